// When a clone's last commit was made. A student packed the repository: nothing in it may make git run or fetch anything,
// or take more of the machine than a commit needs.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { limitedCommand } from "../../lib/limited-command.ts";

/** Real ms, after which git is ended. */
const PATIENCE = 10_000;
const MiB = 1024 * 1024;
/** Reading a commit takes a few MiB; a packed one of a few MiB can unpack to any number of GiB. */
const LIMITS = { data: 256 * MiB, cpu: 5 };
/** Bytes that git may ask for at once, on any system: no commit, nor what it is a difference to, is larger. */
const AT_ONCE = 16 * MiB;

/**
 * Above what the repository's own configuration says: no programs (hooks, a file system monitor, a verifier of
 * signatures, a pager), and it is read though another user owns it. What else is kept about commits may lie.
 */
const OPTIONS = [
  "core.fsmonitor=false",
  `core.hooksPath=${devNull}`,
  "core.commitGraph=false",
  "core.packedGitWindowSize=1m",
  "core.packedGitLimit=16m",
  "core.deltaBaseCacheLimit=8m",
  "log.showSignature=false",
  "gpg.program=false",
  "core.pager=cat",
  "protocol.allow=never",
  "maintenance.auto=false",
  "gc.auto=0",
];

const ENVIRONMENT = {
  HOME: devNull,
  GIT_ALLOC_LIMIT: String(AT_ONCE),
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: devNull,
  GIT_TERMINAL_PROMPT: "0",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_NO_LAZY_FETCH: "1",
  GIT_NO_REPLACE_OBJECTS: "1",
  // The one list of protocols that no configuration overrules; none is called so.
  GIT_ALLOW_PROTOCOL: "none",
};

/** ISO 8601 with its offset, or that git cannot tell it. */
export type CommitTime = { time: string } | { untold: true };

let last: Promise<unknown> = Promise.resolve();

/**
 * Of a clone's folder (absolute); undefined where it is none. git runs once at a time, however many ask: its limits are
 * all that it takes of the machine. Never rejects.
 */
export function commitTime(folder: string): Promise<CommitTime | undefined> {
  if (!existsSync(join(folder, ".git"))) return Promise.resolve(undefined);
  const mine = last.then(() => askGit(folder));
  last = mine;
  return mine;
}

async function askGit(folder: string): Promise<CommitTime> {
  const options = [...OPTIONS, `safe.directory=${folder}`].flatMap((option) => ["-c", option]);
  const log = ["--no-pager", "log", "-1", "--no-show-signature", "--format=%cI"];
  const [command, args] = limitedCommand(
    "git",
    [...options, `--git-dir=${join(folder, ".git")}`, ...log],
    LIMITS,
  );
  try {
    const { stdout } = await promisify(execFile)(command, args, {
      // Not in the clone: nothing there is found by its name.
      cwd: "/",
      timeout: PATIENCE,
      killSignal: "SIGKILL",
      maxBuffer: 64 * 1024,
      env: { ...ENVIRONMENT, PATH: process.env.PATH },
    });
    const time = stdout.trim();
    const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(time);
    return iso ? { time } : { untold: true };
  } catch {
    return { untold: true };
  }
}
