// Who waits until all has ended: when that is, and what is said of those that went on at another time.
import { expect, test } from "vitest";
import { emptyTrace, type Outcome, type Trace } from "../../trace/trace.ts";
import { allCounted, allDrained, drainedAfter, drainedAt, pendingAt, type Span, WRONG } from "./drains.ts";

const span = (starts: number, ends: number, failed = false): Span => ({ starts, ends, failed });
/** Work from 0 to 500 ms, from 300 to 900, a failure at 700, and then more from 1200 to 1500. */
const spans = [span(0, 500), span(300, 900), span(400, 700, true), span(1200, 1500)];

test("waits for what begins meanwhile, and not for what begins after a pause", () => {
  expect([0, 499, 600, 900, 1000, 1300, 2000].map((asked) => drainedAt(spans, asked))).toEqual([
    900, 900, 900, 900, 1000, 1500, 2000,
  ]);
  expect(drainedAt([span(0, Infinity)], 10)).toBe(Infinity);
  expect([0, 350, 450, 800, 1000].map((at) => pendingAt(spans, at))).toEqual([1, 2, 3, 1, 0]);
  const by = (id: string, asked: number) => drainedAt(spans, asked, WRONG[id]);
  expect([by("leaves-before-tasks-end", 100), by("drain-misses-late", 100)]).toEqual([100, 500]);
  expect([by("drain-ends-at-a-failure", 100), by("drain-ends-at-a-failure", 800)]).toEqual([700, 900]);
});

/** Each asked, and was answered, at these times; `undefined`: never. */
function asked(...all: [at: number, answered: number | undefined, state?: Outcome["state"]][]): Trace {
  const outcomes = all.map(
    ([at, answered, state = answered === undefined ? "pending" : "fulfilled"], index) => {
      const label = `drain ${index + 1}`;
      const settled =
        answered === undefined ? {} : { settled: { at: answered, seq: 10 * answered + 5 }, value: null };
      return [label, { label, start: { at, seq: 10 * at + index }, state, ...settled }];
    },
  );
  return emptyTrace({ outcomes: Object.fromEntries(outcomes) });
}
const named = (...all: Parameters<typeof asked>) =>
  allDrained(asked(...all), "drain", spans).map((finding) => finding && (finding.misconception ?? "?"));

test("names how somebody was answered at the wrong time", () => {
  expect(named([100, 900], [1000, 1000], [1300, 1500])).toEqual([undefined, undefined, undefined]);
  expect(named([100, 900, "rejected"])).toEqual(["drain-rejects"]);
  expect(named([1000, undefined])).toEqual(["drain-hangs-when-idle"]);
  expect(named([100, undefined])).toEqual(["?"]);
  expect(named([100, 950])).toEqual(["?"]);
  expect(named([100, 100])).toEqual(["leaves-before-tasks-end"]);
  expect(named([100, 300])).toEqual(["leaves-before-tasks-end"]);
  expect(named([100, 500])).toEqual(["drain-misses-late"]);
  expect(named([100, 800])).toEqual(["drain-misses-late"]);
  expect(named([100, 700])).toEqual(["drain-ends-at-a-failure"]);
  expect(named([100, undefined], [200, 900])).toEqual(["one-drain-only", undefined]);
  expect(named([100, 900], [1300, 1300])).toEqual([undefined, "one-drain-only"]);
  expect(named([100, 300], [200, 900])).toEqual(["leaves-before-tasks-end", undefined]);
});

test("what is told in that ms comes first, and what is counted is under way", () => {
  const note = (name: string, at: number, seq: number, value = 0) => ({ name, at, seq, value });
  const trace = asked([100, 900]);
  const after = (seq: number) =>
    drainedAfter({ ...trace, notes: [note("onError", 900, seq)] }, "drain", "onError");
  expect(after(9004)).toBe(undefined);
  expect(after(9006)).toMatchObject({
    message: "drain 1 resolved before `onError` was called, in the same ms.",
    misconception: "reported-late",
  });
  const notes = [note("pending", 350, 1, 2), note("pending", 450, 2, 2)];
  expect(allCounted({ ...trace, notes }, "pending", spans)).toEqual([
    undefined,
    { message: "`pending` was 2 at 450 ms; expected 3." },
  ]);
});

test("who was answered by a timer of its own, when nothing had ended, gave up", () => {
  const of = (answered: number) => {
    const timer = { kind: "timeout" as const, ms: answered - 100, madeAt: 100, dueAt: answered };
    return allDrained({ ...asked([100, answered]), timersMade: [timer] }, "drain", spans)[0]?.misconception;
  };
  expect([of(350), of(500)]).toEqual(["gives-up", "drain-misses-late"]);
});
