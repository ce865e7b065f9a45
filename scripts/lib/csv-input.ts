// CSV files that teachers give: what all readers of them need to know before they parse.
import { UsageError } from "./usage-error.ts";

/** What separates the cells: spreadsheets take what their country's numbers leave free. */
export function delimiterOf(text: string): string {
  const first = /^.*$/m.exec(text)![0];
  return [",", ";", "\t"].sort((a, b) => first.split(b).length - first.split(a).length)[0]!;
}

/**
 * UTF-8, or UTF-16 with its byte order mark, as Excel's "Unicode Text" is. Throws a UsageError for anything else; `what` begins
 * its sentence. Keeps a byte order mark.
 */
export function decoded(bytes: Buffer, what: string): string {
  const mark = bytes.subarray(0, 2).toString("hex");
  const encoding = { fffe: "utf-16le", feff: "utf-16be" }[mark] ?? "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(`${what} is not in UTF-8. Save it again as "CSV UTF-8".`);
  }
}

/** Without the blanks around it. A byte order mark is none: an id behind one is another id. */
export function trimmed(cell: string): string {
  let [start, end] = [0, cell.length];
  // In loops, since a regular expression takes the square of the length of blanks that are not at the end.
  while (start < end && isBlank(cell[start]!)) start++;
  while (end > start && isBlank(cell[end - 1]!)) end--;
  return cell.slice(start, end);
}

function isBlank(character: string): boolean {
  return character !== "\ufeff" && character.trim() === "";
}
