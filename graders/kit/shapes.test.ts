import { describe, expect, test } from "vitest";
import type { Plain } from "./plain.ts";
import { mistakesUnderLimit, oneTimer, whyNotCancelled } from "./shapes.ts";
import type { Call, Outcome, Trace } from "./trace.ts";

const error = (name: string): Plain => ({ t: "error", name, message: "", props: [], ref: name });
// `seq` follows the time, and within one instant the given place.
const moment = (at: number, place = 0) => ({ at, seq: at * 10 + place });

function call(parts: Partial<Call> = {}): Call {
  const base = { id: "operation#1", service: "operation", index: 1, args: [], on: "async" as const };
  return { ...base, start: moment(0), signal: {}, ...parts };
}

function trace(state: Outcome["state"], at: number, value: Plain, parts: Partial<Trace> = {}): Trace {
  const settled = state === "pending" ? {} : { settled: moment(at, 9), value };
  const main: Outcome = { label: "main", start: moment(0), state, ...settled };
  return { end: "quiet", notes: [], timersMade: [], calls: [call()], ...parts, outcomes: { main } } as Trace;
}

const aborted = { signal: { aborted: moment(700) } };
const failed = { end: moment(300), how: "rejected" as const, value: error("Down") };
const ended = { end: moment(900), how: "fulfilled" as const, value: "data" };
const timeout = error("TimeoutError");
const lateTimer = { kind: "timeout" as const, ms: 1, madeAt: 900, dueAt: 901 };

describe("mistakes with a call under a limit", () => {
  const shown = (given: Trace) =>
    Object.entries(mistakesUnderLimit("TimeoutError")).find(([, shows]) => shows(given))?.[0];
  const threw = { end: moment(0), how: "threw" as const, value: error("Down") };

  test.each<[string | undefined, Trace]>([
    [undefined, trace("rejected", 700, timeout, { calls: [call(aborted)] })],
    [undefined, trace("rejected", 300, error("Down"), { calls: [call({ ...failed })] })],
    [undefined, trace("rejected", 400, error("Down"), { calls: [call(failed)] })],
    [undefined, trace("rejected", 701, timeout, { calls: [call(aborted)] })],
    [undefined, trace("pending", 0, null, { calls: [call(aborted)], end: "crashed" })],
    ["sync-throw-escapes", trace("threw", 0, error("Down"), { calls: [call(threw)] })],
    ["repeated-call", trace("rejected", 700, timeout, { calls: [call(), call()] })],
    ["signal-not-passed", trace("rejected", 700, timeout, { calls: [{ ...call(), signal: undefined! }] })],
    ["swallowed-error", trace("fulfilled", 300, "data", { calls: [call(failed)] })],
    ["wrapped-error", trace("rejected", 300, error("Other"), { calls: [call(failed)] })],
    [
      "wrapped-error",
      trace("rejected", 0, error("Other"), { calls: [{ ...call(threw), signal: undefined! }] }),
    ],
    ["lost-rejection", trace("rejected", 700, timeout, { calls: [call(failed)] })],
    ["lost-rejection", trace("pending", 0, null, { calls: [call(failed)] })],
    [
      "timeout-after-await",
      trace("fulfilled", 900, "data", { calls: [call(ended)], timersMade: [lateTimer] }),
    ],
    ["resolves-on-timeout", trace("fulfilled", 700, "data", { calls: [call(aborted)] })],
    ["signal-only", trace("fulfilled", 900, "data", { calls: [call({ ...aborted, ...ended })] })],
    ["signal-only", trace("pending", 0, null, { calls: [call(aborted)] })],
    [
      "abort-answer-wins",
      trace("rejected", 700, error("Down"), {
        calls: [call({ ...failed, ...aborted, end: moment(700, 5) })],
      }),
    ],
    ["generic-error", trace("rejected", 700, error("Error"), { calls: [call(aborted)] })],
  ])("%s", (name, given) => {
    expect(shown(given)).toBe(name);
  });
});

test("one timer of such ms", () => {
  const long = oneTimer((ms) => ms > 500);
  const made = (...times: number[]) =>
    trace("pending", 0, null, { timersMade: times.map((ms) => ({ ...lateTimer, ms })) });
  expect([made(), made(400), made(600), made(600, 600)].map(long)).toEqual([false, false, true, false]);
});

describe("why a task was not cancelled at 700 ms", () => {
  const reason = error("Reason");
  const line = { ...moment(700), name: "log", value: "cancelled" };
  const why = (given: Trace) => whyNotCancelled(given, 700, reason, "log");
  const answered = { ...failed, end: moment(700, 5) };

  test.each<[string | undefined, Trace]>([
    [undefined, trace("rejected", 700, reason, { notes: [line] })],
    ["missing-log", trace("rejected", 700, reason)],
    ["logged-twice", trace("rejected", 700, reason, { notes: [line, line] })],
    ["starts-after-abort", trace("rejected", 700, reason, { calls: [call({ start: moment(900) })] })],
    ["swallowed-cancellation", trace("fulfilled", 700, "x")],
    ["swallowed-cancellation", trace("fulfilled", 900, "x", { notes: [line] })],
    [undefined, trace("fulfilled", 900, "x")],
    [undefined, trace("pending", 0, null)],
    ["sync-throw-escapes", trace("threw", 700, reason)],
    ["waits-for-operation", trace("rejected", 900, reason, { calls: [call(ended)], notes: [line] })],
    ["generic-error", trace("rejected", 700, error("Other"), { notes: [line] })],
    ["abort-by-error", trace("rejected", 700, error("Down"), { calls: [call(answered)] })],
    ["abort-answer-wins", trace("rejected", 700, error("Down"), { calls: [call(answered)], notes: [line] })],
  ])("%s", (name, given) => {
    expect(why(given)).toBe(name);
  });
});
