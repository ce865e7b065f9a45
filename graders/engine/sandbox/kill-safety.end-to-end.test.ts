// The grader, or a child of it, killed at its worst moment: no child goes on alone, and no verdict changes.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { openEngine } from "../engine.ts";
import { descendants, isAlive } from "../testing/processes.ts";
import { limited } from "./process-limits.ts";
import { Child } from "./run.ts";
import { sandboxCommand } from "./sandbox.ts";

const GRADER = join(import.meta.dirname, "../testing/stuck-grader.ts");

const MODES = {
  bwrap: sandboxCommand(GRADER).layers.includes("bwrap"),
  limits: limited() !== undefined,
  watchdog: true,
};

/** Kills a grader whose child is in this state, and gives how many processes it had, once all are gone. */
async function killed(mode: string, state: string): Promise<number> {
  const grader = spawn(process.execPath, [GRADER, mode, state], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise<void>((resolve) => grader.stdout.once("data", () => resolve()));
  const family = descendants(grader.pid!).map(({ pid }) => pid);
  grader.kill("SIGKILL");
  await new Promise<void>((resolve) => grader.once("close", () => resolve()));
  await expect.poll(() => family.filter(isAlive)).toEqual([]);
  return family.length;
}

describe.skipIf(process.platform !== "linux").each(Object.entries(MODES))(
  "started with %s",
  (mode, possible) => {
    test.runIf(possible).each(["loop", "idle"])(
      "no child outlives a grader that is killed (%s)",
      async (state) => {
        expect(await killed(mode, state)).toBeGreaterThan(0);
      },
    );
  },
);

describe.skipIf(process.platform !== "linux")("a child that somebody else kills", () => {
  const source =
    "export const fetchAllApis = (fetchApi) => Promise.all([1, 2, 3].map((api) => fetchApi(api)));";
  const files = { entry: "three-apis.ts", files: new Map([["three-apis.ts", source]]) };

  test("costs an innocent submission nothing", async () => {
    const engine = await openEngine({ only: ["03-three-apis"] });
    const before = new Set(descendants(process.pid).map(({ pid }) => pid));
    const grade = () => engine.gradeExercise("03-three-apis", files, { seed: 1 });
    const undisturbed = await grade();
    // Right after it was asked, and so before it can have answered.
    const { runs } = Child.prototype;
    let kills = 0;
    vi.spyOn(Child.prototype, "runs").mockImplementation(function (this: Child, ...asked) {
      const answered = runs.apply(this, asked);
      if (kills === 0) {
        const mine = descendants(process.pid).filter(
          ({ pid, command }) => !before.has(pid) && /child/.test(command),
        );
        for (const { pid } of mine.slice(-1)) kills += process.kill(pid, "SIGKILL") ? 1 : 0;
      }
      return answered;
    });
    onTestFinished(() => void vi.restoreAllMocks());
    expect(await grade()).toEqual(undisturbed);
    expect(undisturbed.score).toBe(10);
    expect(kills).toBe(1);
    await engine.close();
  });
});
