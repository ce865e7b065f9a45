// A time limit that a busy process uses up at once, and a starved one only after it has stretched.
import { spawn } from "node:child_process";

import { expect, onTestFinished, test } from "vitest";
import { descendants } from "../testing/processes.ts";
import { Allowance } from "./allowance.ts";

/** The real ms until the allowance of a process that runs this command is over. */
async function usedUpAfter(command: string, args: string[], limit: number, stretch: number): Promise<number> {
  const child = spawn(command, args, { stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  const begun = performance.now();
  const allowance = new Allowance(child.pid, limit, stretch);
  while (!allowance.over) await new Promise((resolve) => setTimeout(resolve, 5));
  return performance.now() - begun;
}

test.runIf(process.platform === "linux")("a process that only waits has its limit stretched", async () => {
  expect(await usedUpAfter("sleep", ["1000"], 200, 3)).toBeGreaterThanOrEqual(600);
});

test("a process that is busy has not", async () => {
  // Stretched it would last for days.
  const ms = await usedUpAfter(process.execPath, ["-e", "for (;;);"], 200, 1e6);
  expect(ms).toBeGreaterThanOrEqual(200);
});

test.runIf(process.platform === "linux")("what is used up stays so when who used it is gone", async () => {
  const code = `require("node:child_process").spawn(process.execPath, ["-e", "for (;;);"]); setInterval(() => {}, 1000)`;
  const child = spawn(process.execPath, ["-e", code], { stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  const allowance = new Allowance(child.pid, 200, 1000);
  while (!allowance.over) await new Promise((resolve) => setTimeout(resolve, 5));
  const [busy] = descendants(child.pid!);
  process.kill(busy!.pid, "SIGKILL");
  await expect.poll(() => descendants(child.pid!)).toEqual([]);
  expect(allowance.over).toBe(true);
});

test("where no system tells of CPU time, real time counts", () => {
  const allowance = new Allowance(undefined, 0, 100);
  expect(allowance.over).toBe(true);
});
