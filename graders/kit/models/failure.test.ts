import { expect, test } from "vitest";
import { call, outcome, traceOf } from "../../timeline/fixture.ts";
import { toPlain } from "../../trace/plain.ts";
import { failureMistakes } from "./failure.ts";

const error = { ...(toPlain(new Error("no answer")) as object), ref: "failure" };
const seen = (...[state, at, value]: Parameters<typeof outcome>) => {
  const calls = [call("a", [], 0, 100, { how: "rejected", value: error }), call("b", [], 0, 300)];
  const trace = traceOf(calls, outcome(state, at, value));
  return Object.keys(failureMistakes).filter((name) => failureMistakes[name]!(trace));
};

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
