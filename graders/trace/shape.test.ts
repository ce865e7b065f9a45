import { expect, test } from "vitest";
import { call, moment } from "../timeline/fixture.ts";
import { shape, shapeName } from "./shape.ts";
import { emptyTrace, type Trace } from "./trace.ts";

const traceOf = (parts: Partial<Trace> = {}) => emptyTrace({ endedAt: 1000, ...parts });

const timer = { kind: "timeout", ms: 5, madeAt: 0, dueAt: 5 } as const;
const signal = { ref: "signal 1", aborted: moment(40) };
const everything = traceOf({
  calls: [
    call("fetch", [1], 0, 100),
    call("fetch", [2], 100, 250, { how: "rejected", value: "no" }),
    { ...call("fetch", [3], 40), signal },
    call("hash", [], 250, 300, { on: "thread", thread: 2 }),
  ],
  outcomes: {
    main: {
      label: "main",
      start: moment(0),
      state: "rejected",
      settled: moment(250),
      value: { t: "error", name: "Error", message: "down", props: [], ref: "error 1" },
    },
    other: {
      label: "other",
      start: moment(0),
      state: "rejected",
      settled: moment(100),
      value: { t: "error", name: "Error", message: "mine", props: [] },
    },
  },
  notes: [{ name: "log", value: "text", ...moment(250) }],
  console: [{ level: "log", text: "here", ...moment(3) }],
  floating: [{ reason: "x", ...moment(250) }],
  blocked: [{ from: 300, to: 400, by: "sort" }],
  beats: [
    { name: "heartbeat", due: 310, ...moment(400) },
    { name: "heartbeat", due: 410, ...moment(410) },
  ],
  left: { timers: [timer, timer], listeners: { "signal 1": 3 } },
  timersMade: [timer, timer],
  input: [7] as never,
});

test("tells what happened and when, and no payload", () => {
  expect(shape(everything)).toEqual([
    "end quiet",
    "input [7]",
    "blocked by sort 300 ms 400 ms",
    "call fetch fulfilled 0 ms 100 ms",
    "call fetch open with an aborted signal 40 ms 40 ms",
    "call fetch rejected 100 ms 250 ms",
    "call hash fulfilled on a thread 250 ms 300 ms",
    "floating rejection 250 ms",
    "late beat of heartbeat 310 ms 400 ms",
    "left a listener on signal 1",
    "left timeout",
    "note log 250 ms",
    "outcome main rejected error 0 ms 250 ms",
    "outcome other rejected new error 0 ms 100 ms",
    "timers",
  ]);
});

test("names: the same for other payloads and another order within an instant, another for another time", () => {
  const [first, second] = [call("a", [1], 0, 10, { value: 1 }), call("a", ["x"], 0, 20, { value: "y" })];
  const named = (calls: Trace["calls"]) => shapeName(traceOf({ calls }));
  const other = { ...second, args: [], value: null };
  expect(named([first, second])).toMatch(/^[\w-]{10}$/);
  expect(named([other, first])).toBe(named([first, second]));
  expect(named([first, call("a", [2], 0, 21)])).not.toBe(named([first, second]));
  expect(shapeName(traceOf({ input: 1 }))).not.toBe(shapeName(traceOf({ input: 2 })));
});

test("few timers tell of a style, many of polling; what was printed tells nothing", () => {
  const timers = (count: number) => traceOf({ timersMade: Array.from({ length: count }, () => timer) });
  expect(shape(timers(0))).toEqual(["end quiet"]);
  expect(shape(timers(50))).toEqual(shape(timers(1)));
  expect(shape(timers(51))).toEqual(["end quiet", "many timers"]);
  expect(shape(traceOf({ console: everything.console }))).toEqual(["end quiet"]);
});
