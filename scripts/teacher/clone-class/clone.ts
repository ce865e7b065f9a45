// Clones one student's repository, its last commit alone; whatever is wrong with it is a sentence about it, and no error.
import { readFile, rm, symlink, unlink } from "node:fs/promises";
import { join } from "node:path";
import { printable } from "../../lib/terminal.ts";
import { maxEntries } from "../intake/archive/limits.ts";
import { type Access, type GitResult, git, MAX_BYTES } from "./git.ts";

/** Real ms for each of a repository's steps: it is fetched, looked at, and written out. */
const PATIENCE = 60_000;
const MEBIBYTE = 1024 * 1024;
const MAX_NAME = 255;
const LINK = "120000";
const SUBMODULE = "160000";

/** Clones the repository `name` into `folder` (absolute, not there yet). Resolves to why it could not; then nothing is left. */
export async function clone(name: string, folder: string, access: Access): Promise<string | undefined> {
  const reason = await cloned(name, folder, access);
  if (reason !== undefined) await rm(folder, { recursive: true, force: true });
  return reason;
}

async function cloned(name: string, folder: string, access: Access): Promise<string | undefined> {
  const run = (...args: string[]) => git(args, access, PATIENCE);
  const inside = (...args: string[]) =>
    run(`--git-dir=${join(folder, ".git")}`, `--work-tree=${folder}`, ...args);
  const shallow = ["--depth=1", "--no-tags", "--single-branch", "--no-checkout", "--no-recurse-submodules"];
  const from = `${access.from}/${encodeURIComponent(name)}.git`;
  const fetched = await run("clone", "--quiet", "--template=", ...shallow, "--", from, folder);
  if (!fetched.ok) return failure("could not be fetched", fetched);
  const listed = await inside("ls-tree", "-r", "-l", "-z", "--full-tree", "HEAD");
  if (!listed.ok && listed.ended === undefined) return "it has no commit";
  if (!listed.ok) return failure("could not be listed", listed);
  const entries = entriesOf(listed.stdout);
  const unfit = unfitOf(entries);
  if (unfit !== undefined) return unfit;
  const written = await inside("checkout", "--quiet", "--force", "HEAD", "--");
  if (!written.ok) return failure("could not be written out", written);
  // As it was handed in: intake follows no link, and says so. Nothing is written any more that could go through it.
  for (const { mode, path } of entries) if (mode === LINK) await asLink(join(folder, path));
  return undefined;
}

interface Entry {
  mode: string;
  bytes: number;
  path: string;
}

function entriesOf(listed: Buffer): Entry[] {
  // Bytes that are no text become characters that no name has on disk; only links' paths are used.
  const lines = listed.toString("utf8").split("\0").filter(Boolean);
  return lines.map((line) => {
    const [facts, path] = [line.slice(0, line.indexOf("\t")), line.slice(line.indexOf("\t") + 1)];
    const [mode, , , bytes] = facts.split(/ +/);
    return { mode: mode!, bytes: Number(bytes) || 0, path };
  });
}

/** Why it is not written out at all: it would fail half-way, or fill the disk. */
function unfitOf(entries: readonly Entry[]): string | undefined {
  const files = entries.filter(({ mode }) => mode !== SUBMODULE);
  if (files.length > maxEntries) return `it has more than ${maxEntries} files`;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes > MAX_BYTES) return `its files have more than ${MAX_BYTES / MEBIBYTE} MiB together`;
  const long = files
    .flatMap(({ path }) => path.split("/"))
    .find((part) => Buffer.byteLength(part) > MAX_NAME);
  return long && `a file's name in it has more than ${MAX_NAME} bytes: ${shown(long)}`;
}

async function asLink(path: string): Promise<void> {
  try {
    const target = await readFile(path, "utf8");
    await unlink(path);
    await symlink(target, path);
  } catch {
    // A name or target that the system does not take: then it is not there at all, which is as good.
  }
}

function failure(what: string, { complaint, ended }: GitResult): string {
  if (ended === "time") return `it ${what} within ${PATIENCE / 1000} s`;
  if (ended === "output") return `it ${what}: it is far too large`;
  if (ended === "limit") return `it ${what}: git needed more memory, time or room than it is given`;
  return `it ${what}: ${shown(complaint)}`;
}

function shown(text: string): string {
  const one = printable(text);
  return one.length > 100 ? `${one.slice(0, 100)}…` : one;
}
