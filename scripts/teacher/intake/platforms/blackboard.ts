// Blackboard: gradebook_COURSE_Assignment_username_attempt_2026-11-03-23-07-12_file.ts; `.txt` instead describes the attempt.
import { localTime } from "../../roster/written-time.ts";
import { commonStart, type Owner, ownersBy, type Platform } from "./platform.ts";

const platform = "blackboard";
const times = String.raw`(\d{4})-(\d\d)-(\d\d)-(\d\d)-(\d\d)-(\d\d)`;
const named = new RegExp(`^gradebook_(.+?)_attempt_${times}(?:[-_](.+)|\\.txt)$`, "s");

export const blackboard: Platform = {
  name: platform,
  title: "Blackboard",
  tells: "who, when and which attempt",
  owners(entries) {
    const heads = entries.flatMap(({ name, kind }) => (kind === "file" ? (named.exec(name)?.[1] ?? []) : []));
    const before = beforeUser([...new Set(heads)]);
    return ownersBy(entries, ({ name, kind }) => (kind === "file" ? ownerOf(name, before) : undefined));
  },
};

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
