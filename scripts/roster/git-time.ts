// When a clone's last commit was made. A student packed the repository: nothing in it may make git run or fetch anything.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Real ms, after which git is ended. */
const PATIENCE = 10_000;

/**
 * Above what the repository's own configuration says: no programs (hooks, a file system monitor, a verifier of
 * signatures, a pager), and it is read though another user owns it.
 */
const OPTIONS = [
  "core.fsmonitor=false",
  `core.hooksPath=${devNull}`,
  "log.showSignature=false",
  "gpg.program=false",
  "core.pager=cat",
  "protocol.allow=never",
  "maintenance.auto=false",
  "gc.auto=0",
];

/** ISO 8601 with its offset; undefined where the folder (absolute) is no clone, has no commit, or there is no git. */
export async function commitTime(folder: string): Promise<string | undefined> {
  if (!existsSync(join(folder, ".git"))) return undefined;
  const options = [...OPTIONS, `safe.directory=${folder}`].flatMap((option) => ["-c", option]);
  const args = [
    ...options,
    `--git-dir=${join(folder, ".git")}`,
    "--no-pager",
    "log",
    "-1",
    "--no-show-signature",
    "--format=%cI",
  ];
  try {
    const { stdout } = await promisify(execFile)("git", args, {
      // Not in the clone: nothing there is found by its name.
      cwd: "/",
      timeout: PATIENCE,
      killSignal: "SIGKILL",
      maxBuffer: 64 * 1024,
      env: {
        PATH: process.env.PATH,
        HOME: devNull,
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_CONFIG_GLOBAL: devNull,
        GIT_TERMINAL_PROMPT: "0",
        GIT_OPTIONAL_LOCKS: "0",
        GIT_NO_LAZY_FETCH: "1",
        GIT_NO_REPLACE_OBJECTS: "1",
        // The one list of protocols that no configuration overrules; none is called so.
        GIT_ALLOW_PROTOCOL: "none",
      },
    });
    const time = stdout.trim();
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(time) ? time : undefined;
  } catch {
    return undefined;
  }
}
