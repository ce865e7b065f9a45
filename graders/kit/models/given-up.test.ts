import { expect, test } from "vitest";
import type { Plain } from "../../trace/plain.ts";
import { type Call, emptyTrace, type Outcome, type Trace } from "../../trace/trace.ts";
import { explanation, gaveUp, gaveUpOnAbort, type WrongRules } from "./given-up.ts";

const reason: Plain = { t: "error", name: "Error", message: "enough", props: [], ref: "signal reason" };
const own: Plain = { t: "error", name: "Error", message: "stopped", props: [], ref: "call#1 error" };
const other: Plain = { t: "error", name: "Error", message: "other", props: [] };
// Within one instant the place decides.
const moment = (at: number, place = 0) => ({ at, seq: at * 10 + place });

const wrong: WrongRules = {
  answers: [{ answerCounts: true }],
  waits: [{ waits: true }, { waits: true, answerCounts: true }],
  resolves: [{ comesTo: "a value" }],
  "resolves late": [{ waits: true, comesTo: "a value" }],
  nothing: [{ comesTo: "nothing" }],
  other: [{ comesTo: "another error" }],
};

/** An operation that is told at 700 ms. */
const call = (end?: number, how: Call["how"] = "fulfilled", value: Plain = "data"): Call => ({
  ...{ id: "call#1", service: "call", index: 1, args: [], on: "async", start: moment(0) },
  signal: { aborted: moment(700) },
  ...(end === undefined ? {} : { end: moment(end, 5), how, value }),
});
const trace = (state: Outcome["state"], at: number, value: Plain, calls = [call(3000)]): Trace => {
  const settled = state === "pending" ? {} : { settled: moment(at, 9), value };
  return emptyTrace({
    outcomes: { main: { label: "main", start: moment(0), state, ...settled } },
    calls,
    notes: [{ name: "abort", value: { t: "undefined" }, ...moment(700) }],
    made: { "signal reason": reason },
  });
};

test.each<[string | undefined, Trace]>([
  [undefined, trace("rejected", 700, reason)],
  [undefined, trace("rejected", 701, reason)],
  ["answers", trace("rejected", 700, own, [call(700, "rejected", own)])],
  ["answers", trace("fulfilled", 700, "data", [call(700)])],
  ["answers", trace("fulfilled", 700, { t: "array", items: ["data"] }, [call(700)])],
  ["waits", trace("rejected", 3000, reason)],
  ["waits", trace("fulfilled", 3000, "data")],
  ["waits", trace("rejected", 1000, own, [call(1000, "rejected", own)])],
  ["waits", trace("pending", 0, null, [call()])],
  [undefined, trace("fulfilled", 3000, "data", [{ ...call(3000), signal: {} }])],
  ["resolves", trace("fulfilled", 700, { t: "undefined" })],
  ["resolves late", trace("fulfilled", 3000, { t: "undefined" })],
  ["nothing", trace("rejected", 700, { t: "undefined" })],
  ["other", trace("rejected", 700, other)],
  [undefined, trace("fulfilled", 2000, "data")],
])("explains what became of an operation that was given up: %s", (name, given) => {
  expect(explanation(given, { at: 700, operation: given.calls[0], error: reason }, wrong)).toBe(name);
});

test("where waiting is right, leaving at once is the mistake", () => {
  const right = { waits: true, answerCounts: true, comesTo: "the reason" } as const;
  const leaves: WrongRules = { leaves: [{ waits: false, answerCounts: false }] };
  const of = (given: Trace) => ({ at: 700, operation: given.calls[0], error: reason });
  const [left, waited] = [trace("rejected", 700, reason), trace("fulfilled", 3000, "data")];
  expect(explanation(left, of(left), leaves, right)).toBe("leaves");
  expect(explanation(waited, of(waited), leaves, right)).toBeUndefined();
});

test("an error may be told by its name", () => {
  const shape = { name: "TimeoutError" };
  const late: Plain = { t: "error", name: "TimeoutError", message: "", props: [] };
  const finding = (value: Plain) => {
    const given = trace("rejected", 700, value);
    return gaveUp(given, { at: 700, operation: given.calls[0], shape }, wrong);
  };
  expect(finding(late)).toBeUndefined();
  expect(finding(other)).toMatchObject({ misconception: "other", message: /TimeoutError/ });
});

test("a reason that is falsy is what is wrong, since others were asked for before", () => {
  const given = trace("fulfilled", 700, "data");
  expect(gaveUp(given, { at: 700, operation: given.calls[0], error: 0 }, wrong)).toMatchObject({
    misconception: "falsy-is-nothing",
  });
});

test("no call begins after the abort, or at all if that came before", () => {
  const named = (given: Trace) => gaveUpOnAbort(given, wrong).map((finding) => finding?.misconception);
  const later = { ...call(), start: moment(700, 3) };
  expect(gaveUpOnAbort(trace("rejected", 700, reason), wrong)).toEqual([undefined, undefined]);
  expect(named(trace("rejected", 700, reason, [call(3000), later]))).toEqual([
    undefined,
    "starts-after-abort",
  ]);
  expect(named(trace("fulfilled", 2000, "x", [later]))).toEqual(Array(2).fill("ignores-already-aborted"));
  expect(named(trace("rejected", 700, other, [call(3000), later]))).toEqual(["other", "starts-after-abort"]);
});
