// A play beside another: what goes wrong in both is not what the check is about.
import { expect, test } from "vitest";
import { emptyTrace, type Outcome, outcomeOf, type Trace } from "../trace/trace.ts";
import { beside } from "./beside.ts";
import { fulfilled, that } from "./expectations.ts";

const play = {
  scenario: () => undefined,
  says: (input: number) => `With ${input}`,
  expect: (trace: Trace, input: number) => [
    fulfilled(trace),
    that(outcomeOf(trace).value === input, "wrong value."),
  ],
  mistakes: { "lost-value": (trace: Trace) => outcomeOf(trace).value === "nothing" },
};
const names = { own: "With a throw", other: "With a rejection" };
const check = beside(play, (input) => -input, names);

/** What both plays came to. */
function trace(own: Partial<Outcome>, other: Partial<Outcome>): Trace {
  const outcome = (label: string, more: Partial<Outcome>): Outcome => ({
    ...{
      label,
      start: { at: 100, seq: 1 },
      settled: { at: 100, seq: 2 },
      state: "fulfilled",
      value: "nothing",
    },
    ...more,
  });
  const outcomes = { [names.own]: outcome(names.own, own), [names.other]: outcome(names.other, other) };
  return emptyTrace({ outcomes });
}
const messages = (all: Trace) =>
  check.expect(all, 7).flatMap((finding) => (finding ? [finding.message] : []));

test("only what goes right in the other play is asked of the own one, each by itself", () => {
  expect(messages(trace({ value: 7 }, { value: -7 }))).toEqual([]);
  expect(messages(trace({}, { value: -7 }))).toEqual(["wrong value."]);
  expect(messages(trace({}, {}))).toEqual([]);
  expect(messages(trace({ state: "pending" }, {}))).toEqual([
    "Your function never settled; expected it to resolve.",
  ]);
  // What only the other one does wrong is not asked here at all.
  expect(messages(trace({ value: 7 }, {}))).toEqual([]);
});

test("mistakes are looked for in the own play", () => {
  expect(check.mistakes["lost-value"]!(trace({}, { value: -7 }))).toBe(true);
  expect(check.mistakes["lost-value"]!(trace({ value: 7 }, {}))).toBe(false);
  expect(check.says(7)).toBe("With a throw: With 7");
});
