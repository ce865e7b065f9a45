// What belongs to this clone: the files that git tracks, as they are on disk now.
import { execFile } from "node:child_process";
import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { UsageError } from "../../lib/usage-error.ts";

export interface TrackedFile {
  /** Relative to the project's folder, with `/`. */
  path: string;
  executable: boolean;
  content: Buffer;
}

/** Sorted by path, in code units. Throws a UsageError if `root` (absolute) is no clone, or a file of it is gone. */
export async function trackedFiles(root: string): Promise<TrackedFile[]> {
  const listed = (await git(root, "ls-files", "--stage", "-z")).split("\0").filter(Boolean);
  const entries = listed.map((line) => ({
    mode: line.slice(0, 6),
    path: line.slice(line.indexOf("\t") + 1),
  }));
  entries.sort((a, b) => (a.path < b.path ? -1 : 1));
  const files: TrackedFile[] = [];
  for (const { mode, path } of entries) {
    files.push({ path, executable: mode === "100755", content: await contentOf(root, path) });
  }
  return files;
}

async function contentOf(root: string, path: string): Promise<Buffer> {
  const full = join(root, path);
  const stats = await lstat(full).catch(() => undefined);
  if (stats?.isFile()) return readFile(full);
  throw new UsageError(
    `${path} is tracked by git, and is ${stats ? "no regular file" : "not there"}. Restore it: git checkout -- ${path}`,
  );
}

/** Paths that differ from the last commit, and those that git does not know. */
export async function uncommitted(root: string): Promise<{ changed: string[]; unknown: string[] }> {
  const lines = (await git(root, "status", "--porcelain", "-z", "--no-renames")).split("\0").filter(Boolean);
  const paths = (wanted: boolean) =>
    lines.filter((line) => line.startsWith("??") === wanted).map((line) => line.slice(3));
  return { changed: paths(false), unknown: paths(true) };
}

/** What git prints. Throws a UsageError if `root` is no clone, or git is not there. */
export async function git(root: string, ...args: string[]): Promise<string> {
  try {
    const options = { cwd: root, maxBuffer: 64 * 1024 * 1024 };
    return (await promisify(execFile)("git", args, options)).stdout;
  } catch (error) {
    const { code, stderr = "" } = error as { code?: unknown; stderr?: string };
    const why = code === "ENOENT" ? "git is not installed" : stderr.trim().split("\n")[0];
    throw new UsageError(`A package is made of what git tracks, and git failed: ${why}. Use a clone.`);
  }
}
