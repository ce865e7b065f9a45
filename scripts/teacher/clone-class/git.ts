// git on a stranger's repository: it runs nothing that is in there, and has limits.
import { spawn } from "node:child_process";
import { devNull } from "node:os";
import { limitedCommand } from "../../lib/limited-command.ts";

const MiB = 1024 * 1024;
/** A repository of more than this is no set of exercises. */
export const MAX_BYTES = 200 * MiB;
const LIMITS = { data: 1024 * MiB, cpu: 60, file: MAX_BYTES };
/** Bytes of what git prints that are kept; more ends it. */
const MAX_OUTPUT = 16 * MiB;

const OPTIONS = [
  "core.fsmonitor=false",
  `core.hooksPath=${devNull}`,
  `core.attributesFile=${devNull}`,
  // A link could lead what is written after it elsewhere.
  "core.symlinks=false",
  "core.bigFileThreshold=1m",
  "core.packedGitLimit=64m",
  "pack.threads=1",
  "gc.auto=0",
  "maintenance.auto=false",
  "submodule.recurse=false",
  "protocol.allow=never",
].flatMap((option) => ["-c", option]);

export interface Access {
  /** Where the repositories are: `https://github.com/organization`. */
  from: string;
  /** That may read them. It stands in no command line, where others on the machine would see it. */
  token?: string | undefined;
}

export interface GitResult {
  ok: boolean;
  stdout: Buffer;
  /** The first of its complaints, as git wrote it. */
  complaint: string;
  /** Why it was ended, if it was. */
  ended?: "time" | "output" | "limit";
}

/** Runs git for at most `patience` real ms. Never rejects. */
export function git(args: string[], access: Access, patience: number): Promise<GitResult> {
  const protocol = new URL(access.from).protocol.slice(0, -1);
  const allowed = ["-c", `protocol.${protocol}.allow=always`];
  const [command, all] = limitedCommand("git", [...OPTIONS, ...allowed, ...args], LIMITS);
  // A group of its own: git has helpers, which must not go on without it.
  const child = spawn(command, all, {
    cwd: "/",
    env: environment(access, protocol),
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  let ended: GitResult["ended"];
  const end = (why: GitResult["ended"]) => {
    ended ??= why;
    try {
      process.kill(process.platform === "win32" ? child.pid! : -child.pid!, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  };
  const timer = setTimeout(end, patience, "time");
  const kept: Record<"stdout" | "stderr", Buffer[]> = { stdout: [], stderr: [] };
  let bytes = 0;
  for (const name of ["stdout", "stderr"] as const)
    child[name].on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_OUTPUT) end("output");
      else kept[name].push(chunk);
    });
  return new Promise((resolve) => {
    const done = (code: number | null, error?: Error) => {
      clearTimeout(timer);
      if (code === null && !error) ended ??= "limit";
      const said = error ? error.message : Buffer.concat(kept.stderr).toString();
      const complaint = /^(?:fatal|error): (.*)$/m.exec(said)?.[1] ?? said.split("\n")[0]!;
      resolve({
        ok: code === 0 && ended === undefined,
        stdout: Buffer.concat(kept.stdout),
        complaint,
        ...(ended && { ended }),
      });
    };
    child.on("error", (error) => done(null, error));
    child.on("close", (code) => done(code));
  });
}

function environment({ from, token }: Access, protocol: string): NodeJS.ProcessEnv {
  const header = token && Buffer.from(`x-access-token:${token}`).toString("base64");
  return {
    PATH: process.env.PATH,
    HOME: devNull,
    GIT_ALLOC_LIMIT: String(128 * MiB),
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: "0",
    GIT_ALLOW_PROTOCOL: protocol,
    GIT_LFS_SKIP_SMUDGE: "1",
    LC_ALL: "C",
    ...(header && {
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: `http.${from}/.extraHeader`,
      GIT_CONFIG_VALUE_0: `Authorization: Basic ${header}`,
    }),
  };
}
