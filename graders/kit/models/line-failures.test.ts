// What becomes of failures in a line: which mistake a trace shows.
import { expect, test } from "vitest";
import type { Plain } from "../../trace/plain.ts";
import { type Call, emptyTrace, type Outcome } from "../../trace/trace.ts";
import { ownFailures } from "./line-failures.ts";

const failure = (message: string, more: object = {}): Plain =>
  ({ ...{ t: "error", name: "Error", message, props: [] }, ...more }) as Plain;

test("each outcome should be its own call's", () => {
  const at = { at: 100, seq: 1 };
  const shown = (second: Partial<Outcome>, value = failure("no buns", { ref: "task 2" })) => {
    const calls = ["fulfilled", "rejected"].map(
      (how, index): Call => ({
        ...{ id: "", service: "work", index, args: [], on: "thread", how: how as Call["how"] },
        ...{ start: at, end: at, value: index === 0 ? "one" : value },
      }),
    );
    const outcomes: Record<string, Outcome> = {
      "Task 1": { label: "Task 1", start: at, settled: at, state: "fulfilled", value: "one" },
      "Task 2": { label: "Task 2", start: at, settled: at, state: "rejected", value, ...second },
      other: { label: "other", start: at, state: "pending" },
    };
    const mistakes = ownFailures("Task", (trace) => trace.calls);
    return Object.keys(mistakes).filter((id) => mistakes[id]!(emptyTrace({ calls, outcomes })));
  };
  expect(shown({})).toEqual([]);
  expect(shown({ state: "pending" })).toEqual(["lost-rejection"]);
  expect(shown({ state: "fulfilled", value: "two" })).toEqual(["swallowed-error"]);
  expect(shown({ value: failure("failed") })).toEqual(["generic-error"]);
  expect(shown({ value: failure("failed: no buns") })).toEqual(["wrapped-error", "generic-error"]);
  expect(shown({ state: "fulfilled", value: "two" }, null)).toEqual(["falsy-is-nothing", "swallowed-error"]);
});
