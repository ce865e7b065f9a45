import { expect, test } from "vitest";
import { call, outcome, traceOf } from "../../timeline/fixture.ts";
import { failing, returning, throwing } from "../jobs.ts";
import { arrivals, arrivalsOf, doesNotPoll } from "./arrivals.ts";

test("jobs arrive when they end, the first first; a throw at once", () => {
  expect(arrivals([returning(300), failing(100), throwing()])).toEqual([
    { index: 2, at: 0, failed: true },
    { index: 1, at: 100, failed: true },
    { index: 0, at: 300, failed: false },
  ]);
});

test("as it went, what never ended or answered an abort did not arrive", () => {
  const trace = traceOf([
    call("job", [1], 500, 700),
    call("job", [2], 0, 300, { how: "rejected" }),
    call("job", [3], 0),
    call("job", [4], 0, 400, { aborted: 400 }),
    call("other", [5], 0, 100),
  ]);
  expect(arrivalsOf(trace, "job")).toEqual([
    { index: 1, at: 300, failed: true },
    { index: 0, at: 700, failed: false },
  ]);
});

test("to look again and again is to poll, one timer each is not", () => {
  const timer = (kind: "timeout" | "interval", ms: number) => ({ kind, ms, madeAt: 0, dueAt: ms });
  const polls = (...timersMade: ReturnType<typeof timer>[]) =>
    doesNotPoll(traceOf([call("job", [1], 0, 1000)], outcome("fulfilled", 1000), { timersMade }), 2);
  expect(polls(timer("timeout", 1), timer("interval", 60_000))).toBeUndefined();
  expect(polls(timer("interval", 1))?.message).toBe(
    "It made a timer that goes on and on: it looks again and again.",
  );
  expect(polls(...[1, 2, 3].map((ms) => timer("timeout", ms)))).toEqual({
    message: "It made 3 timers for 2 promises: it looks again and again.",
    misconception: "busy-wait",
  });
});
