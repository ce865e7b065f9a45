import { expect, test } from "vitest";
import type { World } from "../../world/world.ts";
import { jobFunctions, returning } from "../jobs.ts";
import { type Caller, calling } from "./callers.ts";
import { callersSeen, firstCome } from "./first-come.ts";
import { runHere } from "./run-fixture.ts";

/** One after another of those that wait, the first or the last first, is begun at these times; all at once without. */
const served = (callers: Caller[], times?: number[], next: "shift" | "pop" = "shift") =>
  runHere((world: World) => {
    const tasks = jobFunctions(world, callers, "task");
    const line: (() => void)[] = [];
    const done = calling(world, callers, (index, works) => {
      const work = () => {
        const own = tasks[index]!();
        works.begins(index);
        works.ends(index, own);
        return own;
      };
      if (!times) return work();
      return new Promise((resolve) => line.push(() => resolve(work())));
    });
    for (const at of times ?? []) world.at(at, () => line[next]()?.());
    return done;
  });
const caller = (takes: number, more: Partial<Caller> = {}): Caller => ({ ...returning(takes), ...more });
const seen = async (callers: Caller[], ...how: [number[]?, ("shift" | "pop")?]) =>
  callersSeen(await served(callers, ...how), "task", callers.length).map(
    ({ label, asks, starts }) => `${label}@${asks.at}, ${starts?.at}`,
  );

test("each calls in its time, in the turn of another's answer, or in the middle of another's work", async () => {
  const callers = [
    caller(300),
    caller(100, { after: 200 }),
    caller(100, { follows: 0 }),
    caller(100, { follows: 2, lag: 3 }),
    caller(100, { inside: 1 }),
    caller(100, { lands: 0 }),
  ];
  expect(await seen(callers)).toEqual([
    ...[
      "Call 1@0, 0",
      "Call 2@200, 200",
      "Call 5@200, 200",
      "Call 6@300, 300",
      "Call 3@300, 300",
      "Call 4@400, 400",
    ],
  ]);
  // What is not made is not there, nor what would follow it.
  expect(await seen([caller(100), caller(100, { follows: 0 })], [])).toEqual(["Call 1@0, undefined"]);
});

test("who is called for first begins first; of those that were called for in two ms and begin in one, either may", async () => {
  const found = async (callers: Caller[], ...how: [number[]?, ("shift" | "pop")?]) =>
    firstCome(await served(callers, ...how), "task", callers.length);
  const [three, later] = [
    [caller(100), caller(100), caller(100)],
    [caller(100), caller(100, { after: 100 })],
  ];
  expect(await found(three, [100, 200, 300])).toBeUndefined();
  expect(await found(three, [100, 100])).toBeUndefined();
  expect((await found(three, [100, 200, 300], "pop"))?.misconception).toBe("last-in-first-out");
  expect((await found(three, [100, 100, 100], "pop"))?.message).toBe(
    "the `task` of Call 2 began at 100 ms, before that of Call 1, which had called first.",
  );
  expect(await found(later, [300, 300], "pop")).toBeUndefined();
  expect((await found(later, [100, 300], "pop"))?.misconception).toBe("barging");
});
