// What a group promises: what each judgement says of groups that go by other rules.
import { expect, test } from "vitest";
import type { Plain } from "../../trace/plain.ts";
import type { Outcome, Trace } from "../../trace/trace.ts";
import { failing, MADE, returning } from "../jobs.ts";
import type { Rules } from "./group.ts";
import { promiseOf } from "./group-acted.ts";
import { wentBy } from "./group-fixture.ts";
import { cameToItsOwn, overWithLast, ownPromise, rejectedWithAll, toldAt } from "./group-judged.ts";
import { failuresIn, insideOf, toldOf } from "./group-seen.ts";
import { abortedAt, answering, type Group, groupOf, nested } from "./members.ts";

const slowly = answering(2000, { rejects: "reason", after: 400 });
const inner = nested(100, failing(600), slowly);
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
    "The signal of body aborted never; expected 300 ms, when it failed.",
  ]);
  expect(told(aborted)).toEqual(["The signal of body aborted at 300 ms; expected never."]);
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

test("a group comes to its failures, to the reason or to its value, by what came first; so does one in a group", () => {
  const came = (group: Group, number?: number, rules?: Partial<Rules>) =>
    said(...cameToItsOwn(wentBy(group, rules), group, number));
  const nested = groupOf(500, inner, 900);
  const cut = groupOf(500, { ...inner, starts: [slowly] }, failing(300));
  expect(insideOf(nested)).toEqual([0, 1, 4]);
  expect(insideOf(nested, 1)).toEqual([1, 2, 3]);
  for (const group of [failingTwice, aborted, groupOf(100, 200), nested, cut])
    expect(came(group)).toEqual([]);
  expect([...came(nested, 1), ...came(cut, 1)]).toEqual([]);
  expect(failuresIn(wentBy(cut), cut).map(({ number }) => number)).toEqual([3]);
  expect(came({ ...failingTwice, abort: { after: 350 } })).toEqual([]);
  expect(came(aborted, 0, { hears: false }).slice(0, 1)).toEqual([
    'Your function resolved at 2000 ms to "value of 0"; expected it to reject.',
  ]);
});

test("the promise of a task is its own, unless the group was aborted or over", () => {
  const late: Group = {
    ...groupOf(500, 300, failing(200)),
    tasks: [
      { ...returning(100), at: 400 },
      { ...returning(100), at: 900 },
    ],
  };
  const judge = (number: number, outcome: Partial<Outcome>, rules?: Partial<Rules>) => {
    const trace: Trace = wentBy(late, rules);
    const label = promiseOf(number);
    const own: Outcome = {
      label,
      start: { at: 0, seq: 5 },
      state: "fulfilled",
      settled: { at: 300, seq: 3002 },
      ...outcome,
    };
    return said(...ownPromise({ ...trace, outcomes: { ...trace.outcomes, [label]: own } }, number));
  };
  const reason = wentBy(late).made["reason of main"]!;
  expect(toldOf(wentBy(late))).toEqual({ at: 200, seq: 2002 });
  expect(judge(1, { value: "value of 1" })).toEqual([]);
  expect(judge(1, { value: "value of 0" })).toHaveLength(1);
  expect(
    judge(3, {
      start: { at: 400, seq: 4000 },
      state: "rejected",
      settled: { at: 400, seq: 4001 },
      value: reason,
    }),
  ).toEqual([]);
  expect(judge(3, { start: { at: 400, seq: 4000 } }, { open: true })).toEqual([
    "task 3 was started at 400 ms, when the group was aborted.",
    "promise of task 3 resolved at 300 ms to undefined; expected it to reject.",
  ]);
  expect(judge(4, { start: { at: 900, seq: 9000 }, state: "threw", value: "x" })).toEqual([]);
  expect(judge(4, { start: { at: 900, seq: 9000 } })).toEqual([
    "promise of task 4 resolved at 300 ms to undefined; expected a throw, or a rejection.",
  ]);
});
