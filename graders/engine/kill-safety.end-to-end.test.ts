// The grader, or a child of it, killed at its worst moment: no child goes on alone, and no verdict changes.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openEngine } from "./grade.ts";
import { limited } from "./process-limits.ts";
import { sandboxCommand } from "./sandbox.ts";
import { descendants, isAlive } from "./testing/processes.ts";

const GRADER = join(import.meta.dirname, "testing", "stuck-grader.ts");

const MODES = {
  bwrap: sandboxCommand(GRADER).layers.includes("bwrap"),
  limits: limited() !== undefined,
  watchdog: true,
};

/** Kills a grader whose child is in this state, and gives how many processes it had, and how many outlive it. */
async function killed(mode: string, state: string): Promise<{ started: number; left: number }> {
  const grader = spawn(process.execPath, [GRADER, mode, state], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise<void>((resolve) => grader.stdout.once("data", () => resolve()));
  const family = descendants(grader.pid!).map(({ pid }) => pid);
  grader.kill("SIGKILL");
  await new Promise<void>((resolve) => grader.once("close", () => resolve()));
  for (let wait = 0; wait < 100 && family.some(isAlive); wait++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { started: family.length, left: family.filter(isAlive).length };
}

describe.skipIf(process.platform !== "linux").each(Object.entries(MODES))(
  "started with %s",
  (mode, possible) => {
    test.runIf(possible).each(["loop", "idle"])(
      "no child outlives a grader that is killed (%s)",
      { timeout: 60_000 },
      async (state) => {
        const { started, left } = await killed(mode, state);
        expect(started).toBeGreaterThan(0);
        expect(left).toBe(0);
      },
    );
  },
);

describe.skipIf(process.platform !== "linux")("a child that somebody else kills", () => {
  const source = `export const fetchAllApis = async (fetchApi) => {
    for (let n = 0; n < 2e7; n++);
    return Promise.all([1, 2, 3].map((api) => fetchApi(api)));
  };`;
  const files = { entry: "three-apis.ts", files: new Map([["three-apis.ts", source]]) };

  test("costs an innocent submission nothing", { timeout: 120_000 }, async () => {
    const engine = await openEngine({ only: ["03-three-apis"] });
    const before = new Set(descendants(process.pid).map(({ pid }) => pid));
    const grade = () => engine.gradeExercise("03-three-apis", files, { seed: 1 });
    const undisturbed = await grade();
    let [done, kills] = [false, 0];
    const disturbed = grade().finally(() => {
      done = true;
    });
    for (; !done && kills < 1; await new Promise((resolve) => setTimeout(resolve, 200))) {
      const mine = descendants(process.pid).filter(
        ({ pid, command }) => !before.has(pid) && /child/.test(command),
      );
      for (const { pid } of mine.slice(-1)) process.kill(pid, "SIGKILL");
      kills += mine.length > 0 ? 1 : 0;
    }
    expect(await disturbed).toEqual(undisturbed);
    expect(undisturbed.score).toBe(10);
    expect(kills).toBeGreaterThan(0);
    await engine.close();
  });
});
