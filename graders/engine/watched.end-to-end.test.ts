// What belongs to which part of a run is known of promises and timers, too, whatever overlaps.
import { afterAll, beforeAll, expect, test } from "vitest";
import { whereIn } from "../trace/scope.ts";
import { type Engine, openEngine } from "./engine.ts";

const id = "04-timeout";
/** In time or not, its timer rejects a promise that nobody has. */
const lost = `export async function fetchWithTimeout(operation, ms = 2000) {
  const signal = AbortSignal.timeout(ms);
  signal.addEventListener("abort", () => void Promise.reject(signal.reason));
  const late = Promise.withResolvers();
  signal.addEventListener("abort", () => late.reject(signal.reason));
  late.promise.catch(() => {});
  return Promise.race([operation(signal), late.promise]);
}`;

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ only: [id] });
});
afterAll(() => engine.close());

test("a rejection belongs to the call that made it, and is told in that one's time", async () => {
  const files = { entry: "timeout.ts", files: new Map([["timeout.ts", lost]]) };
  const { checks } = await engine.gradeExercise(id, files, { seed: 1 });
  const { feedback, trace } = checks.find((check) => check.id === "apart")!;
  expect(feedback).toMatch(/^A call that times out, alone: at 1000 ms a promise rejected with TimeoutError/);
  const limits = { "A call in time": 2000, "A call that times out": 1000, "A call that fails": 1500 };
  for (const [kind, limit] of Object.entries(limits)) {
    const own = trace!.floating
      .map((one) => whereIn(trace!, one))
      .filter(({ scope }) => scope?.startsWith(kind));
    expect(own.map(({ scope, at }) => [scope, at])).toEqual(
      expect.arrayContaining(
        ["alone", "once more", "a third time"].map((round) => [`${kind}, ${round}`, limit]),
      ),
    );
  }
  expect(trace!.timersMade.every(({ watched }) => watched !== undefined)).toBe(true);
});
