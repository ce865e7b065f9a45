// What became of the calls' results and failures in the list that they were gathered into.
import { expect, test } from "vitest";
import type { Plain } from "../../trace/plain.ts";
import type { Call, Trace } from "../../trace/trace.ts";
import * as gathered from "./gathered.ts";

const called = (index: number, value: Plain, parts: Partial<Call> = {}) => ({
  id: `task#${index}`,
  service: "task",
  index,
  args: [index],
  start: { at: 0, seq: index },
  end: { at: 10, seq: 10 + index },
  how: "fulfilled",
  value,
  on: "async",
  ...parts,
});

const failure: Plain = { t: "error", name: "Error", message: "out of buns", props: [], ref: "out" };
const wrapped: Plain = { t: "error", name: "Error", message: "Task 2 failed", props: [] };
const mixed = [called(1, "a"), called(2, failure, { how: "rejected" }), called(3, 0)];

function traceOf(calls: object[], value: Plain, state = "fulfilled") {
  const main = { label: "main", start: { at: 0, seq: 0 }, state, settled: { at: 10, seq: 99 }, value };
  return { calls, outcomes: { main } } as unknown as Trace;
}
function seen(calls: object[], value: Plain, state = "fulfilled") {
  const trace = traceOf(calls, value, state);
  const { failuresReplaced, failuresWrapped, failuresLeftOut, rejectedAsCall, calledAgain } = gathered;
  return Object.entries({ failuresReplaced, failuresWrapped, failuresLeftOut, rejectedAsCall, calledAgain })
    .filter(([, shows]) => shows(trace))
    .map(([name]) => name);
}
const list = (...items: Plain[]): Plain => ({ t: "array", items });

test("every outcome in its place shows no mistake", () => {
  expect(seen(mixed, list("a", failure, 0))).toEqual([]);
});

test("what stands in a place instead of its task's failure: an error of its own, its words, or something else", () => {
  const both = ["failuresReplaced", "failuresWrapped"];
  expect(seen(mixed, list("a", wrapped, 0))).toEqual(both);
  expect(seen(mixed, list("a", "Sorry: out of buns", 0))).toEqual(both);
  expect(seen(mixed, list("a", null, 0))).toEqual(["failuresReplaced"]);
  expect(seen(mixed, list("b", wrapped, 0))).toEqual([]);
});

test("a list of the successes alone", () => {
  expect(seen(mixed, list("a", 0))).toEqual(["failuresLeftOut"]);
});

test("a rejection with a task's own failure, unless that is falsy", () => {
  expect(seen(mixed, failure, "rejected")).toEqual(["rejectedAsCall"]);
  expect(seen([called(1, 0, { how: "rejected" })], 0, "rejected")).toEqual([]);
});

test("a second call with the same arguments, if the first has ended by then", () => {
  const again = called(1, "a", { index: 2, start: { at: 20, seq: 30 }, end: { at: 30, seq: 40 } });
  const twin = called(1, "a", { index: 2, start: { at: 0, seq: 2 } });
  expect(seen([called(1, "a"), again], list("a", "a"))).toEqual(["calledAgain"]);
  expect(seen([called(1, "a"), twin], list("a", "a"))).toEqual([]);
});

test("one result is that of a call which fulfilled, while others were under way", () => {
  const nothing: Plain = { t: "undefined" };
  const one = (how: string, value: Plain) => {
    const [first, other] = [called(1, value, { how } as Partial<Call>), called(2, "b")];
    const main = {
      label: "main",
      start: { at: 0, seq: 0 },
      state: "fulfilled",
      settled: { at: 10, seq: 99 },
    };
    const calls = [first, { ...other, end: { at: 20, seq: 200 } }];
    return gathered.onlyOneResult({ calls, outcomes: { main: { ...main, value } } } as unknown as Trace);
  };
  expect([one("fulfilled", "a"), one("rejected", nothing)]).toEqual([true, false]);
});

test("a rejection is late only if it came when another call ended", () => {
  const first = called(1, failure, { how: "rejected", end: { at: 1, seq: 5 } } as Partial<Call>);
  const at = (end: number) =>
    gathered.rejectedLate({
      calls: [first, called(2, "b", { end: { at: end, seq: 20 } } as Partial<Call>)],
      outcomes: {
        main: {
          label: "main",
          start: { at: 0, seq: 0 },
          state: "rejected",
          settled: { at: 10, seq: 99 },
          value: failure,
        },
      },
    } as unknown as Trace);
  expect([at(10), at(3)]).toEqual([true, false]);
});

test("a list that came too early, with empty places, is told from one that is whole, or came late", () => {
  const { withGaps } = gathered;
  const of = (last: Partial<Call>, ...items: Plain[]) =>
    withGaps({
      calls: [...mixed, called(4, "d", last)],
      outcomes: {
        main: {
          label: "main",
          start: { at: 0, seq: 0 },
          state: "fulfilled",
          settled: { at: 10, seq: 99 },
          value: list(...items),
        },
      },
    } as unknown as Trace);
  const [early, late] = [{ end: { at: 900, seq: 900 } }, {}];
  expect([of(early, { t: "hole" }, "b"), of(early, { t: "undefined" }, "b")]).toEqual([true, false]);
  expect(of(late, { t: "hole" }, "b")).toBe(false);
});

test("it came with the first failure, while others were under way; or a call had come to nothing", () => {
  const { emptyCame, fulfilledAtFailure } = gathered;
  const of = (calls: Call[], at = 10) => {
    const main = {
      label: "main",
      start: { at: 0, seq: 0 },
      state: "fulfilled",
      settled: { at, seq: 99 },
      value: 1,
    };
    const trace = { calls, outcomes: { main } } as unknown as Trace;
    return [emptyCame, fulfilledAtFailure].map((shows) => shows(trace));
  };
  const failed = called(1, failure, { how: "rejected" }) as unknown as Call;
  const going = called(2, "b", { end: { at: 900, seq: 900 } }) as unknown as Call;
  expect(of([failed, going])).toEqual([false, true]);
  expect(of([failed, going], 11)).toEqual([false, false]);
  expect(of([failed, called(2, list()) as unknown as Call])).toEqual([true, false]);
  expect(of([called(1, { t: "object", props: [] }) as unknown as Call])).toEqual([true, false]);
});

test("who looks every so often has an interval, and not that of the time itself", () => {
  const looked = (but?: number) =>
    gathered.lookedNowAndThen(
      { timersMade: [{ kind: "interval", ms: 100, madeAt: 0, dueAt: 100 }] } as unknown as Trace,
      but,
    );
  expect([looked(), looked(100), looked(2000)]).toEqual([true, false, true]);
});

test("all results in one place, behind those of all", () => {
  const hole: Plain = { t: "hole" };
  const shows = (...items: Plain[]) => gathered.allInOnePlace(traceOf(mixed, list(...items)));
  expect(shows(hole, hole, hole, "a")).toBe(true);
  expect(shows(hole, hole, "a")).toBe(false);
  expect(shows(hole, "a", hole, 0)).toBe(false);
  expect(shows(hole, hole, hole, "b")).toBe(false);
});

test("the order of the ends, also from the last to the first, but not that of the calls", () => {
  const ends = [30, 10, 20];
  const calls = ["a", "b", "c"].map((value, index) =>
    called(index, value, { end: { at: ends[index]!, seq: ends[index]! } }),
  );
  const shows = (...items: Plain[]) => gathered.inOrderOfEnd(traceOf(calls, list(...items)));
  expect([shows("b", "c", "a"), shows("a", "c", "b")]).toEqual([true, true]);
  expect([shows("a", "b", "c"), shows("c", "b", "a"), shows("c", "a", "b")]).toEqual([false, false, false]);
  expect([shows(), shows("b", "c", "a", "a")]).toEqual([false, false]);
});

test("who gave up rejected by a timer, while calls were under way of which none had failed", () => {
  const of = (dueAt: number, ...calls: object[]) => {
    const main = { label: "main", start: { at: 0, seq: 0 }, state: "rejected", settled: { at: 10, seq: 99 } };
    const trace = {
      calls,
      outcomes: { main },
      timersMade: [{ kind: "timeout", ms: dueAt, madeAt: 0, dueAt }],
    };
    return gathered.gaveUp(trace as unknown as Trace);
  };
  const going = called(1, "a", { end: { at: 900, seq: 900 } });
  expect([of(10, going), of(900, going), of(10, called(1, "a"))]).toEqual([true, false, false]);
  expect(of(10, going, called(2, failure, { how: "rejected" }))).toBe(false);
});

test("a wait in slices: a shorter timer was set when another was over, and no call ended then", () => {
  const of = (ms: number, ...ends: number[]) => {
    const timersMade = [0, ms].map((madeAt) => ({ kind: "timeout", ms, madeAt, dueAt: madeAt + ms }));
    const calls = ends.map((at) => called(1, "a", { end: { at, seq: at } }));
    return gathered.waitedInSlices({ timersMade, calls } as unknown as Trace, 200);
  };
  expect([of(100), of(100, 100), of(200)]).toEqual([true, false, false]);
});

test("what a call had thrown at once came out", () => {
  const of = (how: "threw" | "rejected", value: Plain) => {
    const main = { label: "main", start: { at: 0, seq: 0 }, state: "rejected", value: failure };
    const trace = { calls: [called(1, value, { how })], outcomes: { main } };
    return gathered.throwCameOut(trace as unknown as Trace);
  };
  expect([of("threw", failure), of("threw", wrapped), of("rejected", failure)]).toEqual([true, false, false]);
});

test("somebody gave up whose outcome is an error of its own, when a timer was due and no call failed", () => {
  const timersMade = [{ kind: "timeout", ms: 10, madeAt: 0, dueAt: 10 }];
  const of = (value: Plain, how: Call["how"] = "fulfilled", parts: object = {}) =>
    gathered.oneGaveUp({
      ...traceOf([called(1, failure, { how, ...parts })], value, "rejected"),
      timersMade: timersMade as never,
    });
  expect([of(wrapped), of(failure), of(wrapped, "rejected")]).toEqual([true, false, false]);
  // Who is refused then had been asked by who gave up.
  expect(of(wrapped, "rejected", { start: { at: 10, seq: 5 } })).toBe(true);
});

test("results in the places that a counter said when they came", () => {
  const calls = [0, 5, 6].map((seq, index) =>
    called(index, `${index}`, { start: { at: 0, seq }, end: { at: 9, seq: [4, 8, 7][index]! } }),
  );
  const shows = (...items: Plain[]) => gathered.placedByCounter(traceOf(calls, list(...items)));
  const hole: Plain = { t: "hole" };
  expect([shows("0", hole, "1"), shows(hole, "0", hole, "1")]).toEqual([true, true]);
  expect([shows("0", "1", "2"), shows("0", hole, "2"), shows("0", "1")]).toEqual([false, false, false]);
});
