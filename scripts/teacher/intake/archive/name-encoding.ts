// What a name in a zip says whose bytes are no UTF-8: older programs wrote the code page of their own system, and not which.
import { getFileNameLowLevel } from "yauzl";

export type Encoding = "UTF-8" | "CP437" | "Windows-1252" | "Shift-JIS";

export interface Decoded {
  text: string;
  /** The last of its parts' that is not UTF-8, else that. */
  encoding: Encoding;
}

/**
 * Each part of the path by its own bytes alone, so that a folder is called the same for all that lies in it, and nobody's
 * name depends on another's.
 */
export function decodeName(bytes: Buffer): Decoded {
  const parts: Decoded[] = [];
  let start = 0;
  // Neither of a character's bytes is a slash in any of these encodings.
  for (let end = bytes.indexOf(0x2f); end >= 0; end = bytes.indexOf(0x2f, start)) {
    parts.push(decodePart(bytes.subarray(start, end)));
    start = end + 1;
  }
  parts.push(decodePart(bytes.subarray(start)));
  return {
    text: parts.map(({ text }) => text).join("/"),
    encoding: parts.findLast(({ encoding }) => encoding !== "UTF-8")?.encoding ?? "UTF-8",
  };
}

function decodePart(bytes: Buffer): Decoded {
  const utf8 = decoded(bytes, "utf-8");
  if (utf8 !== undefined) return { text: utf8, encoding: "UTF-8" };
  const japanese = decoded(bytes, "shift_jis");
  if (japanese !== undefined && isJapanese(japanese)) return { text: japanese, encoding: "Shift-JIS" };
  const western = decoded(bytes, "windows-1252")!;
  const dos = getFileNameLowLevel(0, bytes, [], true);
  return letters(western) > letters(dos)
    ? { text: western, encoding: "Windows-1252" }
    : { text: dos, encoding: "CP437" };
}

function decoded(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Nothing foreign but Japanese, and never one character alone: `ör` in CP437 is such a one. */
function isJapanese(text: string): boolean {
  const own = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー々〆　・（）－～]/u;
  const foreign = Array.from(text.matchAll(/[\u0080-\u{10ffff}]+/gu), ([run]) => run);
  return foreign.every(
    (run) => [...run].length > 1 && [...run].every((each) => own.test(each) && !isHalf(each)),
  );
}

/** Half a cell wide: what other encodings' letters are read as. */
function isHalf(character: string): boolean {
  return character >= "\uff61" && character <= "\uff9f";
}

/** Letters of people's names: no Greek, which CP437 has for formulas, beside Latin ones. */
function letters(text: string): number {
  return [...text].filter((each) => each > "\x7f" && /[\p{Script=Latin}]/u.test(each) && !/[ªº]/.test(each))
    .length;
}
