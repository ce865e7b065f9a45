// What is staged, and a copy of it: a commit is judged by what it will hold, not by what the working folder has besides.
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, sep } from "node:path";
import { runTool } from "../../lib/tool.ts";
import { UsageError } from "../../lib/usage-error.ts";

export interface Staged {
  /** Regular files that are added, changed or renamed; relative to the project, with `/`. Their names may be any. */
  files: string[];
  /** Those that are deleted. */
  deleted: string[];
}

/** Rejects with a UsageError where git cannot tell. */
export async function stagedIn(root: string): Promise<Staged> {
  const [files, deleted] = await Promise.all([changed(root, "ACMR"), changed(root, "D")]);
  // A tool that is told to write a link's name writes what the link leads to.
  const regular = files.filter(({ mode }) => mode.startsWith("100"));
  return { files: regular.map(({ name }) => name), deleted: deleted.map(({ name }) => name) };
}

/** The whole project as it is staged, with this one's node_modules. Delete it when it is done with. */
export async function copyOfIndex(root: string): Promise<{ folder: string; [Symbol.dispose](): void }> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "async-dojo-commit-")));
  await git(root, "checkout-index", "--all", "--force", `--prefix=${folder}${sep}`);
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Puts `folder`'s version of a staged file into the working folder and stages it; false if that would take more along. */
export async function restage(root: string, folder: string, file: string): Promise<boolean> {
  // For `git commit FILE` git makes an index of its own: what is added there is missing in the usual one afterwards.
  const index = basename(process.env.GIT_INDEX_FILE ?? "index");
  if (index !== "index" && index !== "index.lock") return false;
  const { code } = await runTool(root, "git", [LITERAL, "diff", "--quiet", "--", file]);
  if (code !== 0) return false;
  cpSync(join(folder, file), join(root, file));
  await git(root, "add", "--", file);
  return true;
}

export function textIn(folder: string, file: string): string | undefined {
  try {
    return readFileSync(join(folder, file), "utf8");
  } catch {
    return undefined;
  }
}

/** With the mode that each will have in the commit. */
async function changed(root: string, kinds: string): Promise<{ mode: string; name: string }[]> {
  const raw = ["--raw", "-z", "--no-renames", "--no-abbrev", `--diff-filter=${kinds}`];
  const parts = (await git(root, "diff", "--cached", ...raw)).split("\0");
  // `:100644 100755 <hash> <hash> M`, and the name.
  return Array.from({ length: Math.floor(parts.length / 2) }, (_, index) => ({
    mode: parts[2 * index]!.split(" ")[1]!,
    name: parts[2 * index + 1]!,
  }));
}

/** Before git's own name for what it is to do: a name such as `:(glob)*` stands for no other file. */
const LITERAL = "--literal-pathspecs";

async function git(root: string, ...args: string[]): Promise<string> {
  const { code, output } = await runTool(root, "git", [LITERAL, ...args]);
  if (code !== 0) throw new UsageError(`git ${args[0]} failed: ${output.trim()}`);
  return output;
}
