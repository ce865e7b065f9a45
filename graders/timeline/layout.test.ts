// The timeline's layout: axis, ticks, what each lane shows, and that it stays small.
import { describe, expect, test } from "vitest";
import type { Outcome, Trace } from "../trace/trace.ts";
import { ticksOf } from "./axis.ts";
import { call, fault, moment, outcome, threeApis, traceOf } from "./fixture.ts";
import { type Lane, layout } from "./layout.ts";

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

  test("an empty trace is one instant", () => {
    expect(ends(traceOf([]))).toEqual([0, 0]);
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

  test("an abort after the call's end is none of its business", () => {
    const trace = traceOf([call("work", [], 0, 300, { aborted: 301 })], outcome("fulfilled", 400));
    expect(laneOf(trace).marks).toEqual([]);
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

describe("notes", () => {
  const notes = (more: Partial<Trace>) => layout(traceOf([], outcome("fulfilled", 0), more)).charts[0]!.notes;
  const timer = (dueAt: number, kind = "timeout" as const) => ({ kind, ms: 1, madeAt: 0, dueAt });

  test("timers left behind", () => {
    expect(notes({ left: { timers: [timer(20), timer(10)], listeners: {} } })).toEqual([
      { look: "warning", text: "2 timers left behind, due from 10 to 20 ms" },
    ]);
    expect(notes({ left: { timers: [{ ...timer(20), kind: "interval" }], listeners: {} } })).toEqual([
      { look: "warning", text: "interval left behind, due at 20 ms" },
    ]);
  });

  test("that of AbortSignal.timeout is nobody's fault", () => {
    const left = { timers: [{ ...timer(20), kind: "AbortSignal.timeout" as const }], listeners: {} };
    expect(notes({ left })).toEqual([]);
  });

  test("many rejections are counted", () => {
    const floating = Array.from({ length: 5 }, (_, i) => ({ ...moment(i), reason: i }));
    expect(notes({ floating }).map(({ text }) => text)).toEqual([
      "rejection that nobody handled at 0 ms: 0",
      "rejection that nobody handled at 1 ms: 1",
      "rejection that nobody handled at 2 ms: 2",
      "2 more rejections that nobody handled",
    ]);
  });

  test("of late heartbeats the worst is told, of those on time nothing", () => {
    const beats = [
      { name: "beat", due: 10, ...moment(10) },
      { name: "beat", due: 20, ...moment(25) },
      { name: "beat", due: 35, ...moment(75) },
    ];
    expect(notes({ beats })).toEqual([
      { look: "info", text: "2 heartbeats late, the worst: due at 35 ms, came at 75 ms" },
    ]);
    expect(notes({ beats: beats.slice(0, 1) })).toEqual([]);
  });
});

describe("a trace as large as there is", () => {
  const calls = Array.from({ length: 20_000 }, (_, i) => call("poll", [i], i * 10, i * 10 + 7));
  const outcomes = Array.from({ length: 100 }, (_, i) => outcome("fulfilled", i * 100, i, `request ${i}`));
  const blocked = Array.from({ length: 20_000 }, (_, i) => ({ from: i * 10, to: i * 10 + 7, by: "poll" }));

  test("has a small picture", () => {
    const chart = layout(traceOf(calls, outcomes, { blocked })).charts[0]!;
    expect(chart.lanes).toHaveLength(12);
    expect(chart.lanes[6]).toEqual({ kind: "gap", text: "… 19989 more calls, 60 to 199947 ms" });
    expect(chart.outcomes).toHaveLength(12);
    expect(chart.outcomes[6]).toEqual({ kind: "gap", text: "… 89 more, settled 600 to 9400 ms" });
    expect(chart.loop!.text).toBe("blocked for 140000 ms in all");
    expect(chart.loop!.spans.length).toBeLessThanOrEqual(401);
  });
});
