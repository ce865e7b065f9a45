// GitHub Classroom: a clone a student, called by the assignment and the student's GitHub user name: three-apis-ada-lovelace/.
import { slugOf } from "../../../lib/exercise-ids.ts";
import { type Around, type Entry, type Owner, ownersBy, type Platform } from "./platform.ts";

const platform = "github-classroom";

export const githubClassroom: Platform = {
  name: platform,
  title: "GitHub Classroom",
  tells: "who, and by its commits when",
  common: true,
  owners(entries, around) {
    const prefix = prefixOf(entries, around);
    if (prefix === undefined) return new Map();
    return ownersBy(entries, ({ name, kind }) => (kind === "folder" ? ownerOf(name, prefix) : undefined));
  },
};

function ownerOf(name: string, prefix: string): Owner | undefined {
  const login = name.slice(prefix.length);
  return name.startsWith(prefix) && login !== "" ? { platform, name: login, login } : undefined;
}

/**
 * Both parts may hold a `-`. The assignment is an exercise, or the roster's user names say what is left behind it; else
 * nobody can tell.
 */
function prefixOf(entries: readonly Entry[], { exercises, logins }: Around): string | undefined {
  const names = entries.flatMap(({ name, kind }) => (kind === "folder" ? [name] : []));
  const starts = exercises.flatMap((id) => [`${id}-`, `${slugOf(id)}-`]);
  const known = logins ?? new Set<string>();
  const found = new Map<string, number>();
  for (const name of names) {
    const cuts = [...name.matchAll(/-/g)].map(({ index }) => name.slice(0, index + 1));
    const cut =
      cuts.find((each) => known.has(name.slice(each.length).toLowerCase())) ??
      starts.find((each) => name.startsWith(each));
    if (cut !== undefined) found.set(cut, (found.get(cut) ?? 0) + 1);
  }
  const [first, second] = [...found].sort(([, a], [, b]) => b - a);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}
