// Blackboard: gradebook_COURSE_Assignment_username_attempt_2026-11-03-23-07-12_file.ts; `.txt` instead describes the attempt.
import { localTime } from "../../roster/written-time.ts";
import type { Folder } from "../folder.ts";
import { commonStart, type Owner, ownersBy, type Platform } from "./platform.ts";

const platform = "blackboard";
const times = String.raw`(\d{4})-(\d\d)-(\d\d)-(\d\d)-(\d\d)-(\d\d)`;
const named = new RegExp(`^gradebook_(.+?)_attempt_${times}(?:[-_](.+)|\\.txt)$`, "s");

export const blackboard: Platform = {
  name: platform,
  title: "Blackboard",
  tells: "who, when and which attempt",
  async owners(entries, { folder }) {
    const files = entries.filter(({ kind }) => kind === "file").map(({ name }) => name);
    const heads = new Set(files.flatMap((name) => named.exec(name)?.[1] ?? []));
    const before = (await toldBefore(files, folder)) ?? beforeUser([...heads]);
    return ownersBy(entries, ({ name, kind }) => (kind === "file" ? ownerOf(name, before) : undefined));
  },
};

/**
 * How long what stands before the user name is, by the descriptions: `Name: Ada Lovelace (alovelace)`. What a student wrote
 * of it stands before the last parenthesis, and must agree with the file's own name. Undefined where none says so.
 */
async function toldBefore(files: readonly string[], folder?: Folder): Promise<number | undefined> {
  const lengths = new Map<number, number>();
  for (const name of files.filter((each) => folder && named.test(each) && each.endsWith(".txt"))) {
    const head = named.exec(name)![1]!;
    const text = await folder!.bytes(name).catch(() => undefined);
    const user = /^\uFEFF?\s*[^:\n]+:[^\n]*\(([^()\n]+)\)\s*$/m.exec(
      text?.toString("utf8", 0, 4096) ?? "",
    )?.[1];
    if (user === undefined || !head.endsWith(`_${user}`)) continue;
    const length = head.length - user.length;
    lengths.set(length, (lengths.get(length) ?? 0) + 1);
  }
  const [most] = [...lengths].sort(([, a], [, b]) => b - a);
  return most?.[0];
}

/**
 * Course and assignment, which all have in common; both may hold a `_`, and so may a user name. Where there is one user
 * alone, the name is what follows the last one.
 */
function beforeUser(heads: readonly string[]): number {
  return commonStart(heads.length > 1 ? heads : [heads[0] ?? ""]).lastIndexOf("_") + 1;
}

function ownerOf(text: string, before: number): Owner | undefined {
  const match = named.exec(text);
  if (!match) return undefined;
  const [, head, year, month, day, hour, minute, second, file] = match;
  const submitted = localTime(...[year, month, day, hour, minute, second].map(Number));
  const name = head!.slice(before);
  if (submitted === undefined || name === "") return undefined;
  return { platform, name, login: name, submitted, attempt: submitted, ...(file !== undefined && { file }) };
}
