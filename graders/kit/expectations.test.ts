import { expect, test } from "vitest";
import { type Plain, toPlain } from "../trace/plain.ts";
import type { Call, Trace } from "../trace/trace.ts";
import { emptyTrace, peakConcurrency } from "../trace/trace.ts";
import * as kit from "./expectations.ts";

let seq = 0;
const at = (ms: number) => ({ at: ms, seq: ++seq });

function call(service: string, index: number, start: number, end: number, parts: Partial<Call> = {}): Call {
  const times = { start: { at: start, seq: start * 10 + 1 }, end: { at: end, seq: end * 10 } };
  return {
    id: `${service}#${index}`,
    service,
    index,
    args: [index],
    on: "async",
    how: "fulfilled",
    ...times,
    ...parts,
  };
}

const oneByOne = emptyTrace({ calls: [call("api", 1, 0, 1000), call("api", 2, 1000, 2000)] });
const together = emptyTrace({ calls: [call("api", 1, 0, 1000), call("api", 2, 0, 1000)] });

test("concurrency tells calls that touch from calls that overlap", () => {
  expect([peakConcurrency(oneByOne), peakConcurrency(together)]).toEqual([1, 2]);
  expect([kit.oneAfterTheOther(oneByOne, "api"), kit.oneAfterTheOther(together, "api")]).toEqual([
    true,
    false,
  ]);
});

test("startedTogether says how many did", () => {
  const otherwise = "sequential-await";
  expect(
    [oneByOne, together].map((trace) => kit.startedTogether(trace, "api", { count: 2, otherwise })),
  ).toEqual([
    { message: "At 0 ms 1 call of `api` started; expected all 2 together.", misconception: otherwise },
    undefined,
  ]);
});

test("none, one and several are told apart in words", () => {
  const silent = emptyTrace();
  expect(
    [
      kit.called(silent, "api", { times: 1 }),
      kit.called(silent, "api", { atLeast: 2 }),
      kit.called(oneByOne, "api", { times: 0 }),
      kit.startedTogether(silent, "api", { count: 1 }),
      kit.startedTogether(silent, "api", { count: 3 }),
      kit.concurrency(oneByOne, "api", { is: 2 }),
      kit.noted(silent, "log", { values: ["saved 3"] }),
    ].map((finding) => finding?.message),
  ).toEqual([
    "`api` was not called; expected once.",
    "`api` was not called; expected at least twice.",
    "`api` was called twice; expected no call.",
    "At 0 ms no call of `api` started; expected one.",
    "At 0 ms no call of `api` started; expected all 3 together.",
    "Never more than one call of `api` ran at once; expected 2.",
    '`log` got nothing; expected "saved 3".',
  ]);
});

test("a line that went to the console in place of the log is known", () => {
  const trace = emptyTrace({ console: [{ ...at(0), level: "log", text: "saved 3" }] });
  expect(kit.noted(trace, "log", { values: ["saved 3"] })?.misconception).toBe("console-for-log");
  expect(kit.noted(trace, "log", { values: ["saved 2"] })?.misconception).toBeUndefined();
  const pair = {
    ...trace,
    notes: [{ at: 0, seq: 1, name: "got", value: toPlain({ index: 0, value: "first" }) }],
  };
  expect(kit.noted(pair, "got", { values: ["first"] })?.likely).toBe("wrong-format");
  expect(kit.noted(pair, "got", { values: [] })?.likely).toBeUndefined();
});

test("called compares count, times and arguments, in this order", () => {
  expect([
    kit.called(oneByOne, "api", { times: 3 }),
    kit.called(oneByOne, "api", { at: [0, 500] }),
    kit.called(oneByOne, "api", { args: [[1], [3]] }),
    kit.called(oneByOne, "api", { at: [0, 1000], args: [[1], [2]] }),
  ]).toEqual([
    { message: "`api` was called twice; expected 3 times." },
    { message: "`api(2)` started at 1000 ms; expected 500 ms." },
    { message: "`api` was called with (2); expected (3)." },
    undefined,
  ]);
});

test("what is left behind is told with its times; the timer of AbortSignal.timeout does not count", () => {
  const timer = { kind: "timeout", ms: 2000, madeAt: 0, dueAt: 2000 } as const;
  const left = (timers: object[], listeners = {}) =>
    emptyTrace({ left: { timers, listeners } as Trace["left"] });
  expect([
    kit.nothingLeft(left([timer])),
    kit.nothingLeft(left([{ ...timer, kind: "AbortSignal.timeout" }])),
    kit.nothingLeft(left([], { stop: 2 })),
  ]).toEqual([
    {
      message: "When it had settled a timer was still running: one of 2000 ms, made at 0 ms, due at 2000 ms.",
      misconception: "timer-leak",
    },
    undefined,
    {
      message: "When it had settled 2 abort listeners were still on the signal.",
      misconception: "listener-leak",
    },
  ]);
  const unclearable = left([{ ...timer, kind: "AbortSignal.timeout" }]);
  expect(kit.noTimerLeft(unclearable, { clearable: true })?.misconception).toBe("timer-leak");
});

test("rejected wants the very same error, and tells a copy from another", () => {
  const error: Extract<Plain, { t: "error" }> = {
    t: "error",
    name: "Error",
    message: "no",
    props: [],
    ref: "no",
  };
  const outcome = (value: object) =>
    emptyTrace({
      outcomes: { main: { label: "main", start: at(0), state: "rejected", settled: at(5), value } } as any,
    });
  const { ref: _, ...copy } = error;
  expect([
    kit.rejected(outcome(error), { error, at: 5 }),
    kit.rejected(outcome(copy), { error }),
    kit.rejected(outcome({ ...copy, message: "other" }), { error }),
    kit.rejected(outcome(copy), { shape: { name: "TimeoutError" } }),
  ]).toEqual([
    undefined,
    {
      message: "Your function rejected with a copy of Error: no, not with that very error.",
      culprit: copy,
      likely: "wrapped-error",
    },
    {
      message: "Your function rejected with Error: other; expected the very same Error: no.",
      culprit: { ...copy, message: "other" },
    },
    {
      message:
        'Your function rejected with Error: no, whose name is "Error"; expected the name "TimeoutError".',
      culprit: copy,
    },
  ]);
});

test("what is made of the right error is no other one", () => {
  const error: Plain = { t: "error", name: "Error", message: "no", props: [], ref: "no" };
  const named = (value: object, wanted: Parameters<typeof kit.rejected>[1]) => {
    const main = { label: "main", start: at(0), state: "rejected", settled: at(5), value };
    return kit.rejected(emptyTrace({ outcomes: { main } } as any), { otherwise: "generic-error", ...wanted })
      ?.misconception;
  };
  const own = (parts: object) => ({ t: "error", name: "Error", message: "it failed", props: [], ...parts });
  const late = own({ name: "TimeoutError" });
  const shape = { name: "TimeoutError" };
  expect([named(own({ cause: error }), { error }), named(own({}), { error })]).toEqual([
    "wrapped-error",
    "generic-error",
  ]);
  expect([named(own({ cause: late }), { shape }), named(own({ cause: error }), { shape })]).toEqual([
    "wrapped-error",
    "generic-error",
  ]);
  expect(named(own({ name: "AbortError", cause: error }), { error })).toBe("generic-error");
  expect(named(own({ cause: error }), { error, otherwise: "late-rejection" })).toBe("late-rejection");
});

test("a late heartbeat tells how long the loop was blocked", () => {
  const beats = [
    { ...at(100), name: "heart", due: 100 },
    { ...at(450), name: "heart", due: 200 },
  ];
  expect([
    kit.loopNeverLate(emptyTrace({ beats })),
    kit.loopNeverLate(emptyTrace({ beats }), { by: 250 }),
  ]).toEqual([
    { message: "The heartbeat due at 200 ms came at 450 ms: the event loop was blocked for 250 ms." },
    undefined,
  ]);
});

test("a call's own outcome is passed on at its time: value by value, error by identity", () => {
  const settled = (state: string, value: Plain, ms: number) =>
    ({ main: { label: "main", start: at(0), state, settled: at(ms), value } }) as Trace["outcomes"];
  const error = (ref: string): Plain => ({ t: "error", name: "Error", message: "no", props: [], ref });
  const ok = call("api", 1, 0, 1000, { value: { t: "undefined" } });
  const bad = call("api", 1, 0, 1000, { how: "rejected", value: error("a") });
  const judged = (outcomes: Trace["outcomes"], ...calls: Call[]) =>
    kit.passedOn(emptyTrace({ outcomes, calls }), "api")?.message;
  expect(judged(settled("fulfilled", { t: "undefined" }, 1000), ok)).toBeUndefined();
  expect(judged(settled("rejected", error("a"), 1000), bad)).toBeUndefined();
  expect(judged(settled("fulfilled", null, 1000), ok)).toContain("expected undefined");
  expect(judged(settled("fulfilled", { t: "undefined" }, 1001), ok)).toContain("expected 1000 ms");
  expect(judged(settled("rejected", error("b"), 1000), bad)).toContain("very");
  expect(judged(settled("fulfilled", { t: "undefined" }, 1000), { ...ok, end: undefined! })).toContain(
    "never ended",
  );
  expect(judged(settled("fulfilled", { t: "undefined" }, 1000))).toBe("`api` was not called; expected once.");
});

test("about says what a failure is about, and leaves what holds alone", () => {
  expect(kit.about("With 2", [{ message: "it is odd.", misconception: "x" }, undefined])).toEqual([
    { message: "With 2: it is odd.", misconception: "x" },
    undefined,
  ]);
});

test("rejectedWithOneOf takes any of the errors, and tells of the first", () => {
  const error = (ref: string): Plain => ({ t: "error", name: "Error", message: ref, props: [], ref });
  const main = { label: "main", start: at(0), state: "rejected", settled: at(5) } as const;
  const found = (value: Plain, errors: Plain[]) =>
    kit.rejectedWithOneOf(emptyTrace({ outcomes: { main: { ...main, value } } }), { at: 5, errors });
  expect(found(error("b"), [error("a"), error("b")])).toBeUndefined();
  expect(found({ t: "undefined" }, [0, { t: "undefined" }])).toBeUndefined();
  expect(found(error("c"), [error("a"), error("b")])).toMatchObject({
    message: "Your function rejected with Error: c; expected the very same Error: a.",
  });
});

test("signalPassed wants a signal in just that place, and its abort at just that time", () => {
  const signal: Plain = { t: "signal", aborted: false };
  const use = (args: Plain[], aborted?: number) =>
    emptyTrace({
      calls: [
        call("use", 1, 0, 900, { args, signal: aborted === undefined ? {} : { aborted: at(aborted) } }),
      ],
    });
  const otherwise = "signal-not-passed";
  const found = (trace: Trace) => kit.signalPassed(trace, "use", { argument: 2, at: 500, otherwise });
  expect(found(use([1, signal], 500))).toBeUndefined();
  expect(found(use([1, { t: "object", props: [["signal", signal]] }], 500))).toMatchObject({
    message: /got no AbortSignal as its argument number 2/,
    misconception: otherwise,
  });
  expect(found(use([1, signal]))).toMatchObject({
    misconception: otherwise,
    message: /never; expected at 500/,
  });
  // What was not called got nothing passed at all.
  expect(found(emptyTrace())).toEqual({
    message: "`use` was not called, so there was nothing to abort.",
  });
});
