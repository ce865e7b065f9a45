import { expect, test } from "vitest";
import { call, outcome, traceOf } from "../../timeline/fixture.ts";
import { toPlain } from "../../trace/plain.ts";
import type { Trace } from "../../trace/trace.ts";
import { failureMistakes } from "./failure.ts";

const error = { ...(toPlain(new Error("no answer")) as object), ref: "failure" };
const seenIn = (parts: Partial<Trace>, ...[state, at, value]: Parameters<typeof outcome>) => {
  const calls = [call("a", [], 0, 100, { how: "rejected", value: error }), call("b", [], 0, 300)];
  const trace = { ...traceOf(calls, outcome(state, at, value)), ...parts };
  return Object.keys(failureMistakes).filter((name) => failureMistakes[name]!(trace));
};

const seen = (...how: Parameters<typeof outcome>) => seenIn({}, ...how);

test("the failure itself, at once, shows no mistake", () => {
  expect(seen("rejected", 100, error)).toEqual([]);
});

test("whatever else comes of it is named", () => {
  expect(seen("rejected", 300, error)).toEqual(["late-rejection"]);
  expect(seen("rejected", 100)).toEqual(["lost-reason"]);
  expect(seen("rejected", 100, new Error("down: no answer"))).toEqual(["wrapped-error", "generic-error"]);
  expect(seen("rejected", 100, new Error("down"))).toEqual(["generic-error"]);
  expect(seen("fulfilled", 300)).toEqual(["swallowed-error"]);
  expect(seen("pending")).toEqual(["lost-rejection"]);
  expect(seen("threw", 0, error)).toEqual(["sync-throw-escapes"]);
});

test("a failure that floats is lost if the caller's promise never settles", () => {
  const floating = [{ at: 100, seq: 9, reason: error as never }];
  expect(seenIn({ floating }, "pending")).toEqual(["lost-rejection"]);
  expect(seenIn({ floating }, "rejected", 100, error)).toEqual(["floating-rejection"]);
});
