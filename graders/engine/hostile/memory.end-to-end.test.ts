// Memory beside V8's heap, which V8's own limit does not count: bounded however the child was started.
import { describe, expect, test } from "vitest";
import { openEngine } from "../engine.ts";
import { limitedCommand, sandboxCommand, watchedCommand } from "../sandbox/sandbox.ts";
import { descendants, residentBytes } from "../testing/processes.ts";
import { hostileCases } from "./cases.ts";

const MOST_BYTES = 1_100_000_000;

const MODES = {
  "what this machine has": sandboxCommand,
  limits: limitedCommand,
  "a watchdog": watchedCommand,
};
const greedy = hostileCases().filter(({ name }) => name.startsWith("resource-off-heap"));

describe.skipIf(process.platform !== "linux").each(Object.entries(MODES))("with %s", (_, start) => {
  const possible = test.runIf(start(import.meta.filename));
  possible.each(greedy)("$name stays below 1.1 GB", async ({ exercise, files }) => {
    const limits = { runMs: 2_000, exerciseMs: 4_000 };
    const engine = await openEngine({ only: [exercise], sandbox: (program) => start(program)!, limits });
    const others = new Set(descendants(process.pid).map(({ pid }) => pid));
    let most = 0;
    const look = setInterval(() => {
      const mine = descendants(process.pid).filter(({ pid }) => !others.has(pid));
      most = Math.max(most, ...mine.map(({ pid }) => residentBytes(pid)));
    }, 10);
    const verdict = await engine.gradeExercise(exercise, files, { seed: 1 });
    clearInterval(look);
    await engine.close();
    expect(verdict.score).toBeLessThan(verdict.maxScore);
    // It did reach for memory, and was seen doing so.
    expect(most).toBeGreaterThan(50_000_000);
    expect(most).toBeLessThan(MOST_BYTES);
  });
});
