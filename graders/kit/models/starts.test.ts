// Starts in a stretch of time, told by when each was: what is right, and what each wrong way of counting is called.
import { expect, test } from "vitest";
import { call, moment, outcome, traceOf } from "../../timeline/fixture.ts";
import { toPlain } from "../../trace/plain.ts";
import type { LeftTimer, Trace } from "../../trace/trace.ts";
import { failing, returning } from "../jobs.ts";
import { asEarly, inWords, type Load, nobodyForgotten, noTimerIdle, per, withinLimit } from "./starts.ts";
import { mistakes } from "./starts-mistakes.ts";

const after = (gap: number) => ({ ...returning(100), after: gap });

/** A run in which the calls of the load were made in their time, and their tasks started then (virtual ms); undefined: never. */
function run(load: Load, starts: (number | undefined)[], timersMade: LeftTimer[] = []): Trace {
  let asks = 0;
  const outcomes = load.visits.map(({ after: gap = 0 }, index) => {
    asks += gap;
    const own = { ...outcome("pending", undefined, undefined, `Call ${index + 1}`) };
    return { ...own, start: { ...moment(asks), seq: asks * 100 + index / 10 } };
  });
  const calls = starts.flatMap((at, index) => {
    const { ends, takes } = load.visits[index]!;
    const how = ends === "fails" ? "rejected" : "fulfilled";
    return at === undefined ? [] : [call("task", [index + 1], at, at + takes, { how, value: "done" })];
  });
  const inOrder = calls.toSorted((a, b) => a.start.seq - b.start.seq);
  return traceOf(inOrder, outcomes, { timersMade, input: toPlain(load) });
}
const five = per(1000, 2, 300, 300, 300, 300, 300);

test("no stretch holds more than the limit, nobody waits while one has room, and nobody for ever", () => {
  const said = (load: Load, starts: (number | undefined)[]) =>
    [withinLimit, asEarly, nobodyForgotten]
      .flatMap((judge) => judge(run(load, starts), load))
      .map((finding) => finding?.message ?? "-")
      .filter((message) => message !== "-");
  expect(said(five, [0, 0, 1000, 1000, 2000])).toEqual([]);
  expect(said(five, [0, 0, 999, 1000, 1999])).toEqual([
    "in the 1000 ms up to 999 ms 3 tasks started; at most 2 may.",
  ]);
  expect(said(five, [0, 0, 1000, 1000, 2001])).toEqual([
    "the task of Call 5 started at 2001 ms; it could have at 2000 ms.",
  ]);
  expect(said(five, [0, 0, undefined, 1000, 1000])).toEqual([
    "the task of Call 3 never started; it could have at 2000 ms.",
    "the task of Call 3 never started.",
  ]);
});

test("each wrong way of counting has its name", () => {
  const named = (load: Load, ...starts: (number | undefined)[]) =>
    Object.keys(mistakes).find((id) => mistakes[id]!(run(load, starts))) ?? "none";
  const three = per(1000, 1, 100, after(300), after(300));
  expect([
    named(five, 0, 0, 1000, 1000, 2000),
    named(five, 0, 0, 0, 0, 0),
    named(five, 0, 0, 0, 1000, 1000),
    named(five, 0, 0, 500, 1000, 1500),
    named(five, 0, 500, 1000, 1500, 2000),
    named(five, 0, 0, 1300, 1300, 2600),
    named(five, 0, 0, 1001, 1001, 2002),
    named(five, 0, 300, 1000, 1300, 2000),
    named(five, 0, 0, 1000, 1000, 1000),
    named(three, 0, 1000, 1300),
    named(three, 0, 1000, 1000),
    named(per(1000, 2, after(900), 100, after(100)), 900, 900, 1000),
    named(per(1000, 2, 100, after(900), after(200), 100), 0, 900, 1100, 1100),
    named(per(1000, 1, failing(300), 100), 0, 300),
    named(per(1000, 1, failing(300), 100), 0, undefined),
    named(per(1000, 1, 100, 100, after(1500)), 0, 1000, 1500),
    named(per(1000, 3, 100, after(100)), 0, 1000),
    named(per(1000, 3, 100, after(100)), 0, 101),
  ]).toEqual([
    ...["none", "unbounded", "unbounded", "token-bucket", "spaced-out", "counts-ends", "boundary-inside"],
    ...["sequential-await", "wakes-everyone", "time-of-call", "wakes-everyone"],
    ...["fixed-window", "fixed-window", "failure-is-free", "failure-blocks-queue", "time-of-call"],
    ...["pause-after-each-batch", "late-start"],
  ]);
});

test("a timer is one too many only at the end of a millisecond in which nobody waits", () => {
  const load = per(1000, 1, 100, 100, after(5000));
  const found = (...timersMade: LeftTimer[]) =>
    noTimerIdle(run(load, [0, 1000, 5000], timersMade), load)?.message;
  const timer = (madeAt: number, dueAt: number, more: Partial<LeftTimer> = {}): LeftTimer => ({
    ...{ kind: "timeout", ms: dueAt - madeAt, madeAt, dueAt },
    ...more,
  });
  expect(found(timer(0, 1000), timer(0, 2000, { cleared: 1000 }))).toBeUndefined();
  expect(found(timer(0, 9000, { kind: "AbortSignal.timeout" }))).toBeUndefined();
  expect(found(timer(0, 2000))).toBe(
    "at 1000 ms nobody waited, and there was a timer of 2000 ms, made at 0 ms.",
  );
  const interval = timer(0, 300, { kind: "interval", fired: [300, 600, 900] });
  expect(found(interval)).toBeUndefined();
  const left = { timers: [timer(0, 1200, { kind: "interval", ms: 300 })], listeners: {} };
  const trace = { ...run(load, [0, 1000, 5000], [interval]), left };
  expect(noTimerIdle(trace, load)?.message).toMatch(/^at 1000 ms/);
  expect(found(timer(1000, 2000, { cleared: 5000 }))).toMatch(/^at 1000 ms/);
});

test("an input in words", () => {
  const calls = [300, { ...returning(100), follows: 0 }, { ...returning(100), inside: 1 }];
  expect(inWords(per(1000, 1, ...calls))).toBe(
    "With 1 start per 1000 ms, and tasks of 300 ms, 100 ms (called in the turn in which call 1 settles), 100 ms (called by task 2)",
  );
});
