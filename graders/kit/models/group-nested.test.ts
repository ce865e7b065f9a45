// A group in a group: what is said where it is not one task of the outer one.
import { expect, test } from "vitest";
import type { Plain } from "../../trace/plain.ts";
import type { Outcome } from "../../trace/trace.ts";
import { failing } from "../jobs.ts";
import type { Rules } from "./group.ts";
import { wentBy } from "./group-fixture.ts";
import { oneTaskEach } from "./group-nested.ts";
import { failuresIn, insideOf } from "./group-seen.ts";
import { answering, type Group, groupOf, nested } from "./members.ts";

const slowly = answering(2000, { rejects: "reason", after: 400 });

test("a group in a group is one task of it", () => {
  const whole = groupOf(500, nested(100, failing(600), slowly), 900);
  const cut = groupOf(500, nested(100, slowly), failing(300));
  expect([insideOf(whole), insideOf(whole, 1)]).toEqual([
    [0, 1, 4],
    [1, 2, 3],
  ]);
  expect(failuresIn(wentBy(cut), cut).map(({ number }) => number)).toEqual([3]);
  const judge = (group: Group, rules?: Partial<Rules>, outcomes: Record<string, Partial<Outcome>> = {}) => {
    const trace = wentBy(group, rules);
    const changed = Object.entries(trace.outcomes).map(([label, one]) => [
      label,
      { ...one, ...outcomes[label] },
    ]);
    return oneTaskEach({ ...trace, outcomes: Object.fromEntries(changed) }, group).flatMap((finding) =>
      finding ? [finding.message] : [],
    );
  };
  expect([...judge(whole), ...judge(cut), ...judge(groupOf(100))]).toEqual([]);
  expect(judge(cut, { hears: false })).toEqual([
    'group 1 resolved at 2000 ms to "value of 1"; expected the reason of the abort.',
    "The signal of task 2 had not aborted when the outer group was, at 300 ms.",
  ]);
  const value = wentBy(whole).made["task 2"]!;
  expect(judge(whole, {}, { main: { value } })).toEqual([
    "group 1 failed with AggregateError: group 1; that is not in what the outer group rejected with.",
  ]);
  const flat: Plain = { t: "error", name: "AggregateError", message: "", props: [], errors: [value] };
  expect(judge(whole, {}, { main: { value: flat } })[1]).toMatch(/has what a task in group 1 failed with/);
  // Whatever it is in that the outer group fails with.
  const cause = wentBy(whole).made["group 1"]!;
  expect(judge(whole, {}, { main: { value: { ...flat, errors: [], cause } } })).toEqual([]);
});
