// The timeline's layout: axis, ticks, what each lane shows, and that it stays small.
import { describe, expect, test } from "vitest";
import type { Outcome, Trace } from "../trace/trace.ts";
import { ticksOf } from "./axis.ts";
import { call, fault, moment, outcome, threeApis, traceOf } from "./fixture.ts";
import { type Lane, layout, type Track } from "./layout.ts";

describe("axis", () => {
  const ends = (trace: Trace, ghost?: Trace) => {
    const { from, to } = layout(trace, ghost);
    return [from, to];
  };

  test("the longer trace decides", () => {
    const { yours, ghost } = threeApis();
    expect(ends(yours, ghost)).toEqual([0, 3000]);
    expect(ends(ghost, yours)).toEqual([0, 3000]);
    expect(ends(ghost)).toEqual([0, 1000]);
  });

  test("work after settling counts up to twice the time that matters", () => {
    const settled = outcome("rejected", 500, fault("Error"));
    expect(ends(traceOf([call("work", [], 0, 800)], settled))).toEqual([0, 800]);
    expect(ends(traceOf([call("work", [], 0, 10 ** 9)], settled))).toEqual([0, 1000]);
  });

  test("work counts in full where nothing settles", () => {
    expect(ends(traceOf([call("work", [], 0, 800)], outcome("returned", 0)))).toEqual([0, 800]);
  });

  test("what is open has room to go on", () => {
    expect(ends(traceOf([call("work", [], 500)], outcome("pending")))).toEqual([0, 600]);
    expect(ends(traceOf([call("work", [], 0)], outcome("pending")))).toEqual([0, 1000]);
  });

  test("a part of a longer run begins where it begins", () => {
    const late = { ...outcome("fulfilled", 15_300), start: moment(15_000) };
    expect(ends(traceOf([call("work", [], 15_000, 15_300)], late))).toEqual([15_000, 15_300]);
  });

  test("what is done in one instant, or nearly, has some room", () => {
    expect(ends(traceOf([]))).toEqual([0, 100]);
    expect(ends(traceOf([call("work", [], 0, 5)], outcome("fulfilled", 5)))).toEqual([0, 100]);
    expect(ends(traceOf([call("work", [], 0, 6)], outcome("fulfilled", 6)))).toEqual([0, 6]);
  });
});

describe("ticks", () => {
  test.each([
    [0, 3000, 8, [0, 500, 1000, 1500, 2000, 2500, 3000]],
    [0, 3000, 6, [0, 1000, 2000, 3000]],
    [0, 1, 8, [0, 1]],
    [0, 7, 3, [0, 5]],
    [0, 10 ** 9, 3, [0, 5 * 10 ** 8, 10 ** 9]],
    [15_000, 15_300, 4, [15_000, 15_100, 15_200, 15_300]],
    [0, 0, 8, [0]],
    [0, 0.5, 8, [0]],
  ])("%d to %d ms, at most %d", (from, to, most, ticks) => {
    expect(ticksOf({ from, to }, most)).toEqual(ticks);
  });
});

describe("lanes", () => {
  const laneOf = (trace: Trace): Lane => layout(trace).charts[0]!.lanes[0] as Lane;

  test("a call is cut at its abort and at the moment of settling", () => {
    const trace = traceOf([call("work", [], 0, 900, { aborted: 300 })], outcome("fulfilled", 600));
    expect(laneOf(trace).spans).toEqual([
      { from: 0, to: 300, look: "async" },
      { from: 300, to: 600, look: "aborted" },
      { from: 600, to: 900, look: "unwatched" },
    ]);
  });

  test("nothing is unwatched while one outcome is pending", () => {
    const outcomes = [outcome("fulfilled", 100), outcome("pending", undefined, undefined, "other")];
    expect(laneOf(traceOf([call("work", [], 0, 900)], outcomes)).spans).toEqual([
      { from: 0, to: 900, look: "async" },
    ]);
  });

  test("what blocks the loop blocks it whoever waits", () => {
    const trace = traceOf([call("work", [], 100, 150, { on: "loop" })], outcome("fulfilled", 0));
    expect(laneOf(trace).spans).toEqual([{ from: 100, to: 150, look: "loop" }]);
  });

  test("a call that rejects in the instant of its abort obeys, and does not fail", () => {
    const reason = { how: "rejected", value: fault("AbortError") } as const;
    const trace = traceOf([call("work", [], 0, 300, { aborted: 300, ...reason })], outcome("fulfilled", 400));
    expect(laneOf(trace).marks).toEqual([{ at: 300, look: "aborted", text: "aborted at 300 ms" }]);
  });

  test("an abort after a call's success is told, but for that of AbortSignal.timeout", () => {
    const marks = (timers: Trace["timersMade"]) =>
      laneOf(
        traceOf([call("work", [], 0, 300, { aborted: 301 })], outcome("fulfilled", 400), {
          timersMade: timers,
        }),
      ).marks;
    const byItself = { kind: "AbortSignal.timeout", ms: 301, madeAt: 0, dueAt: 301, fired: [301] } as const;
    expect(marks([])).toEqual([{ at: 301, look: "aborted", text: "aborted at 301 ms, after its end" }]);
    expect(marks([{ ...byItself, fired: [301] }])).toEqual([]);
  });

  test("what a worker runs is its lane, and says on which", () => {
    const trace = traceOf([
      { ...call("worker 1", [], 0, 500, { on: "thread", thread: 1 }), id: "worker 1#1" },
      { ...call("work", [1], 0, 500, { on: "thread" }), within: "worker 1#1" },
      { ...call("worker 1", [], 100, 100, { on: "thread", how: "rejected" }), id: "worker 1#2" },
    ]);
    const lanes = layout(trace).charts[0]!.lanes as Lane[];
    expect(lanes.map(({ service, text }) => [service, text])).toEqual([
      ["work", "on worker 1"],
      ["worker 1", ""],
    ]);
  });

  test("a call that was given an aborted signal", () => {
    const late = call("work", [], 300, 800, { aborted: 0 });
    expect(laneOf(traceOf([late], outcome("fulfilled", 800))).marks).toEqual([
      { at: 300, look: "aborted", text: "aborted already" },
    ]);
  });

  test("a signal among the arguments is named, and more than six arguments are cut", () => {
    const signal = call("work", [{ t: "signal", aborted: false }], 0, 1);
    expect(laneOf(traceOf([signal])).args).toEqual(["signal"]);
    const many = call("work", [1, 2, 3, 4, 5, 6, 7, 8], 0, 1);
    expect(laneOf(traceOf([many])).args).toEqual(["1", "2", "3", "4", "5", "6", "…"]);
  });

  test("of stopped runs nobody can say that a call never ends", () => {
    const stopped = traceOf([call("work", [], 0)], outcome("pending"), { end: "step-limit", endedAt: 70 });
    expect(laneOf(stopped).marks.map(({ text }) => text)).toEqual(["still running"]);
  });
});

describe("outcomes", () => {
  const labels = (...outcomes: Outcome[]) =>
    layout(traceOf([], outcomes)).charts[0]!.outcomes.map((lane) => lane.kind === "outcome" && lane.label);
  const watched = outcome("rejected", 300, fault("Error"), "first caller");

  test("main alone is what settles", () => {
    expect(labels(outcome("fulfilled", 300))).toEqual(["settled"]);
  });

  test("main beside others stands last, unless it only ends the watching", () => {
    const report = { state: "rejected", value: 1 };
    expect(labels(outcome("fulfilled", 300, "value"), watched)).toEqual(["first caller", "settled"]);
    expect(labels(outcome("rejected", 300), watched)).toEqual(["first caller", "settled"]);
    expect(labels(outcome("fulfilled", 500), watched)).toEqual(["first caller", "whole check"]);
    expect(labels(outcome("fulfilled", 300), watched)).toEqual(["first caller"]);
    expect(labels(outcome("fulfilled", 300, report), watched)).toEqual(["first caller"]);
    expect(labels(outcome("fulfilled", 300, [report, report]), watched)).toEqual(["first caller"]);
    expect(labels(outcome("returned", 0), watched)).toEqual(["first caller"]);
  });

  test("main that waits for another is not told to be stuck as well", () => {
    const stuck = outcome("pending", undefined, undefined, "second caller");
    expect(labels(outcome("pending"), watched, stuck)).toEqual(["first caller", "second caller"]);
    expect(labels(outcome("pending"), watched)).toEqual(["first caller", "settled"]);
  });
});

test("that there are no calls is told only beside calls that could be", () => {
  const [none, some] = [
    traceOf([], outcome("fulfilled", 0)),
    traceOf([call("work", [], 0, 9)], outcome("fulfilled", 9)),
  ];
  const lanes = (trace: Trace, ghost?: Trace) => layout(trace, ghost).charts[0]!.lanes;
  expect(lanes(none, some)).toEqual([{ kind: "gap", text: "no calls" }]);
  expect([lanes(none), lanes(none, none)]).toEqual([[], []]);
});

describe("a trace as large as there is", () => {
  const calls = Array.from({ length: 20_000 }, (_, i) => call("poll", [i], i * 10, i * 10 + 7));
  const outcomes = Array.from({ length: 100 }, (_, i) => outcome("fulfilled", i * 100, i, `request ${i}`));
  const blocked = Array.from({ length: 20_000 }, (_, i) => ({ from: i * 10, to: i * 10 + 7, by: "poll" }));
  const timersMade = Array.from({ length: 10_000 }, (_, i) => {
    return { kind: "timeout" as const, ms: 7, madeAt: i * 10, dueAt: i * 10 + 7, fired: [i * 10 + 7] };
  });

  test("has a small picture", () => {
    const chart = layout(traceOf(calls, outcomes, { blocked, timersMade })).charts[0]!;
    expect(chart.lanes).toHaveLength(12);
    expect(chart.lanes[6]).toEqual({ kind: "gap", text: "… 19989 more calls, 60 to 199947 ms" });
    expect(chart.outcomes).toHaveLength(12);
    expect(chart.outcomes[6]).toEqual({ kind: "gap", text: "… 89 more, settled 600 to 9400 ms" });
    const tracks = chart.tracks as Track[];
    expect(tracks.map(({ label, text }) => [label, text])).toEqual([
      ["setTimeout(7)", "10000 timers, one after another"],
      ["event loop", "blocked 20000 times, for 7 ms each time"],
    ]);
    expect(tracks.every(({ spans, marks }) => spans.length <= 400 && marks.length <= 100)).toBe(true);
  });
});
