// Clones a class's repositories: one that cannot be cloned costs its student, and nobody else.
import { lstat, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { inParallel } from "../../lib/pool.ts";
import { UsageError } from "../../lib/usage-error.ts";
import type { NotFetched } from "../intake/not-fetched.ts";
import { clone } from "./clone.ts";
import type { Access } from "./git.ts";

export interface ClassOptions extends Access {
  /** What the class's repositories' names begin with. */
  prefix: string;
  /** Absolute: each is cloned into a folder of its own there, called as it is without the prefix. */
  folder: string;
}

export interface Cloned {
  /** The folders' names, sorted. */
  cloned: string[];
  notFetched: NotFetched[];
}

/** Each is one connection and one core's work. */
const JOBS = 4;

/** `names`: of all repositories there, as they were listed. Throws a UsageError if none is of this class. */
export async function cloneClass(
  names: readonly string[],
  { prefix, folder, ...access }: ClassOptions,
  say: (line: string) => void = () => {},
): Promise<Cloned> {
  const own = [...new Set(names)].filter((name) => name.startsWith(prefix)).sort();
  if (own.length === 0)
    throw new UsageError(
      `Of ${names.length} repositories none has a name that begins with "${prefix}". Is the prefix right, and may the token read them?`,
    );
  await mkdir(folder, { recursive: true });
  const result: Cloned = { cloned: [], notFetched: [] };
  await inParallel(own, { jobs: JOBS, signal: new AbortController().signal }, async (name) => {
    const id = name.slice(prefix.length);
    const target = join(folder, id);
    const reason = unfitName(name, id) ?? (await thereAlready(target)) ?? (await clone(name, target, access));
    if (reason === undefined) result.cloned.push(id);
    else {
      result.notFetched.push({
        id: id === "" ? name : id,
        reason: `The repository was not cloned: ${reason}.`,
      });
      say(`Not cloned: ${JSON.stringify(name)}: ${reason}`);
    }
  });
  result.cloned.sort();
  result.notFetched.sort((a, b) => (a.id < b.id ? -1 : 1));
  return result;
}

/** GitHub has no such names; what lists them may not be GitHub. */
function unfitName(name: string, id: string): string | undefined {
  if (id === "") return "its name is the prefix alone";
  if (!/^\w[\w.-]{0,99}$/.test(id) || name.endsWith(".git"))
    return "its name is none that a folder here is given";
  return undefined;
}

async function thereAlready(target: string): Promise<string | undefined> {
  const there = await lstat(target).then(
    () => true,
    () => false,
  );
  return there ? "a submission of this name lies there already" : undefined;
}

/** For GitHub's summary of a job. Names and reasons are strangers' text: in a code span nothing of it is markup. */
export function summary({ cloned, notFetched }: Cloned): string {
  const head = `Repositories cloned: ${cloned.length}`;
  if (notFetched.length === 0) return `${head}\n`;
  const code = (text: string) => `\`${text.replaceAll("`", "'").replaceAll("|", "¦")}\``;
  const rows = notFetched.map(({ id, reason }) => `| ${code(id)} | ${code(reason)} |\n`).join("");
  return `${head}. Not cloned, and reported as invalid: ${notFetched.length}\n\n| submission | why |\n| --- | --- |\n${rows}`;
}
