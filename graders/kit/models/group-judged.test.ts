// What a group promises: what each judgement says of groups that go by other rules.
import { expect, test } from "vitest";
import type { Plain } from "../../trace/plain.ts";
import type { Outcome } from "../../trace/trace.ts";
import { failing, MADE } from "../jobs.ts";
import type { Rules } from "./group.ts";
import { promiseOf } from "./group-acted.ts";
import { wentBy } from "./group-fixture.ts";
import {
  cameToItsOwn,
  endedFromOutside,
  overWithLast,
  ownPromise,
  rejectedWithAll,
  toldAt,
} from "./group-judged.ts";
import { failuresIn, toldOf } from "./group-seen.ts";
import { abortedAt, answering, at, type Group, groupOf } from "./members.ts";

const slowly = answering(2000, { rejects: "reason", after: 400 });
const failingTwice = groupOf(500, failing(300), answering(2000, { rejects: MADE, after: 100 }), slowly);
const aborted = abortedAt(300, groupOf(500, slowly));
const said = (...findings: ReturnType<typeof cameToItsOwn>) =>
  findings.flatMap((finding) => (finding ? [finding.message] : []));

test("it is over with the last", () => {
  const over = (rules?: Partial<Rules>) => said(overWithLast(wentBy(failingTwice, rules)));
  expect(over()).toEqual([]);
  expect(over({ until: "abort" })).toEqual([
    "Your function rejected at 300 ms with AggregateError: main; expected it to settle at 700 ms.",
  ]);
});

test("all are told at the first failure, and nobody without one", () => {
  const told = (group: Group, rules?: Partial<Rules>) => {
    const trace = wentBy(group, rules);
    return said(toldAt(trace, failuresIn(trace, group)[0]?.end, "when it failed"));
  };
  expect([...told(failingTwice), ...told(groupOf(500, slowly))]).toEqual([]);
  expect(told(failingTwice, { aborts: false })).toEqual([
    "The signal of body never aborted; expected that at 300 ms, when it failed.",
  ]);
  expect(told(aborted)).toEqual(["The signal of body aborted at 300 ms; expected that it never does."]);
});

test("all failures are told, in one ms in any order, and not those that are the reason", () => {
  const trace = wentBy(failingTwice);
  expect(said(...rejectedWithAll(trace, failingTwice))).toEqual([]);
  expect(failuresIn(trace, failingTwice).map(({ number }) => number)).toEqual([1, 2]);
  const main = trace.outcomes.main!;
  const errors = (main.value as unknown as { errors: Plain[] }).errors;
  const withErrors = (group: Group, list: unknown[]) =>
    said(
      ...rejectedWithAll(
        {
          ...wentBy(group),
          outcomes: { main: { ...main, value: { ...(main.value as object), errors: list } as never } },
        },
        group,
      ),
    );
  expect(withErrors(failingTwice, errors.toReversed())).toEqual([
    "The AggregateError's `errors` are Error: task 2, Error: task 1; expected Error: task 1, Error: task 2.",
  ]);
  const atOnce = groupOf(500, failing(300), failing(300));
  expect(withErrors(atOnce, errors.toReversed())).toEqual([]);
  expect(withErrors(atOnce, [errors[0], errors[0]])).toHaveLength(1);
  expect(said(...rejectedWithAll(wentBy(groupOf(100)), groupOf(100)))[0]).toMatch(/expected it to reject/);
});

test("a group comes to its failures, to the reason or to its value, by what came first", () => {
  const came = (group: Group, rules?: Partial<Rules>) => said(...cameToItsOwn(wentBy(group, rules), group));
  for (const group of [failingTwice, aborted, groupOf(100, 200)]) expect(came(group)).toEqual([]);
  expect(came({ ...failingTwice, abort: { after: 350 } })).toEqual([]);
  expect(came(aborted, { hears: false })).toEqual([
    'Your function resolved at 2000 ms to "value of 0"; expected it to reject.',
  ]);
});

test("an abort from outside tells all, and is what it comes to, unless a failure has been told before", () => {
  const ended = (group: Group, value?: Plain, rules?: Partial<Rules>) => {
    const { outcomes, ...trace } = wentBy(group, rules);
    const main = { ...outcomes.main!, ...(value !== undefined && { value }) };
    return said(...endedFromOutside({ ...trace, outcomes: { main } }, group));
  };
  const after = abortedAt(400, failingTwice);
  const reason = wentBy(after).made["signal reason"]!;
  for (const group of [aborted, after, abortedAt(900, groupOf(500))]) expect(ended(group)).toEqual([]);
  expect(ended(after, reason)).toHaveLength(1);
  // That a failure told nobody is another's to say.
  expect(ended(after, reason, { aborts: false })).toEqual([]);
  expect(ended(aborted, null, { hears: false })).toEqual([
    "Your function resolved at 2000 ms to null; expected it to reject.",
    "The signal of body never aborted; expected that at 300 ms, when the signal from outside did.",
  ]);
});

test("the promise of a task is its own, unless the group was aborted or over", () => {
  const late: Group = { ...groupOf(500, 300, failing(350)), tasks: [at(400, 100), at(900, 100)] };
  const judge = (number: number, start: number, end: Partial<Outcome>, rules?: Partial<Rules>) => {
    const { outcomes, ...trace } = wentBy(late, rules);
    const label = promiseOf(number);
    const settled = { at: Math.max(300, start), seq: 10 * Math.max(300, start) + 2 };
    const own: Outcome = {
      label,
      start: { at: start, seq: 10 * start },
      state: "fulfilled",
      settled,
      ...end,
    };
    return said(...ownPromise({ ...trace, outcomes: { ...outcomes, [label]: own } }, number));
  };
  const reason = wentBy(late).made["reason of main"]!;
  expect(toldOf(wentBy(late))).toEqual({ at: 350, seq: 3502 });
  expect(judge(1, 0, { value: "value of 1" })).toEqual([]);
  expect(judge(1, 0, { value: "value of 0" })).toHaveLength(1);
  expect(judge(3, 400, { state: "rejected", value: reason })).toEqual([]);
  expect(judge(3, 400, { state: "rejected", value: null })).toHaveLength(1);
  expect(judge(3, 400, { value: null }, { open: true })).toEqual([
    "task 3 was started at 400 ms, when the group was aborted.",
    "promise of task 3 resolved at 400 ms to null; expected it to reject.",
  ]);
  expect(judge(4, 900, { state: "threw", value: "x" })).toEqual([]);
  expect(judge(4, 900, { value: null })).toEqual([
    "promise of task 4 resolved at 900 ms to null; expected a throw, or a rejection.",
  ]);
  expect(judge(4, 200, { state: "threw", value: "x" })).toEqual(["task 4 was not started at 200 ms."]);
  expect(said(...ownPromise(wentBy(late), 1))).toEqual([]);
});
