// Of groups that go by a wrong rule it is that rule which is named; and of those that go by the right ones none.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Plain, toPlain } from "../../trace/plain.ts";
import type { Outcome, Trace } from "../../trace/trace.ts";
import { failing, MADE } from "../jobs.ts";
import { wentBy } from "./group-fixture.ts";
import { groupMistakes, misread, WRONG, type WrongId } from "./group-mistakes.ts";
import { abortedAt, answering, at, type Group, groupOf, type Member, starting } from "./members.ts";

const slowly = answering(2000, { rejects: "reason", after: 400 });

/** A group in which the mistake shows, and looks like no other. */
const telling: Record<WrongId, Group> = {
  "siblings-keep-running": groupOf(500, failing(300), slowly),
  "leaves-before-tasks-end": groupOf(500, failing(700), slowly),
  "snapshot-join": groupOf(500, starting(700, at(600, 900))),
  "only-the-body-can-fail": groupOf(500, failing(300), 800),
  "watches-in-turn": groupOf(500, 1000, failing(300), slowly),
  "drops-errors-after-abort": groupOf(500, failing(300), failing(400)),
  "open-after-failure": groupOf(500, failing(300), starting(700, at(600, 900))),
  "outer-signal-ignored": abortedAt(300, groupOf(500, slowly)),
  "sequential-await": groupOf(500, 300, 800),
};

test.each(Object.entries(telling) as [WrongId, Group][])("%s", (id, group) => {
  for (const rules of WRONG[id]) {
    const trace = wentBy(group, rules);
    expect(misread(trace, group) ?? "right").toMatch(new RegExp(`^(${id}|right)$`));
  }
  expect(misread(wentBy(group, WRONG[id][0]), group)).toBe(id);
  expect(misread(wentBy(group), group)).toBe(undefined);
});

const error = { t: "error" as const, name: "Error", message: "x", props: [] };

test("what an outcome shows of how failures are told", () => {
  const own = answering(2000, { rejects: MADE, after: 100 });
  const group = groupOf(500, failing(300), own, slowly);
  const trace: Trace = { ...wentBy(group), input: toPlain(group) };
  const [first, second] = [trace.made["task 1"]!, trace.calls[2]!.value!];
  const named = (value: Partial<Outcome>) => {
    const shown = { ...trace, outcomes: { main: { ...trace.outcomes.main!, ...value } } };
    return Object.entries(groupMistakes(() => group)).find(([, shows]) => shows(shown))?.[0];
  };
  const aggregate = (...errors: Plain[]): Plain => ({ ...error, name: "AggregateError", errors });
  const reason = trace.made["reason of main"]!;
  expect(named({})).toBe(undefined);
  expect(named({ value: first })).toBe("first-error-only");
  expect(named({ value: aggregate(first, second, reason) })).toBe("cancellation-counted-as-failure");
  expect(named({ state: "fulfilled", value: "value of 0" })).toBe("swallowed-error");
  expect(named({ value: aggregate({ ...error, cause: first }, second) })).toBe("wrapped-error");
  expect(named({ value: error })).toBe("generic-error");
});

test("whatever the group, by the right rules nothing is wrong", () => {
  const task = fc.record({
    takes: fc.integer({ min: 1, max: 20 }).map((each) => 100 * each),
    onAbort: fc.constantFrom<Member["onAbort"]>(
      "ignore",
      { rejects: "reason" },
      { rejects: MADE, after: 50 },
    ),
    ends: fc.constantFrom<Member["ends"]>("returns", "fails"),
    value: fc.constant<unknown>(MADE),
  });
  // In one ms either of two may be first.
  const tasks = fc.uniqueArray(task, { minLength: 1, maxLength: 5, selector: ({ takes }) => takes });
  const groups = tasks.map(([body, ...rest]) => groupOf(body!, ...rest));
  fc.assert(
    fc.property(groups, (group) => misread(wentBy(group), group) === undefined),
    { seed: 1, numRuns: 100 },
  );
});
