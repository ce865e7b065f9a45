import { expect, test } from "vitest";
import { call, moment, outcome, traceOf } from "../timeline/fixture.ts";
import { partOf } from "./scope.ts";

test("a scope's part is without its name and in its own time", () => {
  const trace = traceOf(
    [call("a: api", [1], 100, 300), call("b: api", [2], 100, 300)],
    [
      { ...outcome("fulfilled", 300, "x", "a"), start: moment(100) },
      { ...outcome("rejected", 250, "y", "a: inner"), start: moment(150) },
      outcome("fulfilled", 300),
    ],
  );
  trace.notes.push({ ...moment(120), name: "a: log", value: 1 }, { ...moment(130), name: "log", value: 2 });
  Object.assign(trace.made, { "a: payload": "p", payload: "q" });
  trace.left = { timers: [], listeners: { "a: signal": 2, "b: signal": 1 } };
  const part = partOf(trace, "a");
  expect(Object.values(part.outcomes).map((each) => [each.label, each.start.at, each.settled?.at])).toEqual([
    ["main", 0, 200],
    ["inner", 50, 150],
  ]);
  expect(part.calls.map(({ service, start, end }) => [service, start.at, end?.at])).toEqual([
    ["api", 0, 200],
  ]);
  expect(part.notes.map(({ name, at, value }) => [name, at, value])).toEqual([["log", 20, 1]]);
  expect([part.made, part.left?.listeners]).toEqual([{ payload: "p" }, { signal: 2 }]);
});

test("a scope that never came has a pending outcome", () => {
  expect(partOf(traceOf([], []), "none").outcomes.main?.state).toBe("pending");
});
