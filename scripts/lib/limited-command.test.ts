import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { onPath } from "../../graders/engine/sandbox/tools.ts";
import { temporaryFolder } from "../../graders/engine/testing/folders.ts";
import { limitedCommand } from "./limited-command.ts";

const MiB = 1024 * 1024;
const can = process.platform === "linux" && onPath("setpriv") && onPath("prlimit") && onPath("bash");

function run(script: string) {
  const [command, args] = limitedCommand("bash", ["-c", script], { data: 64 * MiB, cpu: 1 });
  const cwd = temporaryFolder({ file: "" });
  const { status, signal, stdout } = spawnSync(command, args, { cwd, encoding: "utf8" });
  return { ended: signal ?? status, stdout, wrote: readFileSync(join(cwd, "file"), "utf8") };
}

test.runIf(can)("what it may not have: memory, time, files", () => {
  expect(run("printf -v x %01000000d 0; echo ${#x}")).toEqual({ ended: 0, stdout: "1000000\n", wrote: "" });
  expect(run("printf -v x %080000000d 0; echo ${#x}").stdout).not.toContain("80000000");
  expect(run("ulimit -Ht; ulimit -Hd; ulimit -Hv; ulimit -Hf; ulimit -Hc").stdout).toBe(
    "1\n65536\n262144\n0\n0\n",
  );
  expect(run("echo much > file; echo done")).toEqual({ ended: "SIGXFSZ", stdout: "", wrote: "" });
});

test("where there are no such tools it runs as it is", () => {
  const { PATH } = process.env;
  process.env.PATH = "/nowhere";
  try {
    expect(limitedCommand("git", ["log"], { data: 1, cpu: 1 })).toEqual(["git", ["log"]]);
  } finally {
    process.env.PATH = PATH;
  }
});
