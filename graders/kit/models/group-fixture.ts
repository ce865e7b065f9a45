// The trace of a group that goes by some rules, for tests of what is seen in one.
import type { Plain } from "../../trace/plain.ts";
import { type Call, emptyTrace, type Moment, type Outcome, type Trace } from "../../trace/trace.ts";
import { courseOf, type Rules } from "./group.ts";
import { groupNamed, reasonOf } from "./group-acted.ts";
import { endOf, type Group, madeAs, membersOf } from "./members.ts";

const error = (ref: string, errors?: Plain[]): Plain =>
  errors
    ? { t: "error", name: "AggregateError", message: ref, props: [], ref, errors }
    : { t: "error", name: "Error", message: ref, props: [], ref };
/** Within one ms things happen in this order. */
const order = ["start", "end", "told", "answer", "inner settled", "settled"] as const;
const moment = (at: number, what: (typeof order)[number]): Moment => ({
  at,
  seq: 10 * at + order.indexOf(what),
});

/** By the right rules but for those that are given. */
export function wentBy(group: Group, rules: Partial<Rules> = {}): Trace {
  const { stays, results } = courseOf(group, rules);
  const reason = error(group.abort ? "signal reason" : "a reason");
  const made: Record<string, Plain> = { "signal reason": error("signal reason"), [reasonOf(0)]: reason };
  const ofWork = (how: "value" | "failure" | "reason", number: number): Plain =>
    how === "reason" ? reason : how === "value" ? `value of ${number}` : error(madeAs(number));
  const calls = membersOf(group).flatMap((member, number): Call[] => {
    const { starts, told, ends } = stays[number]!;
    made[madeAs(number)] = ofWork(endOf(member, 0).how, number);
    if (starts === undefined) return [];
    const { how } = endOf(member, starts, told);
    const answered = ends !== endOf(member, starts).at;
    return [
      {
        ...{ id: "", service: number === 0 ? "body" : "task", index: 1, on: "async" },
        ...{ args: number === 0 ? [] : [number], start: moment(starts, "start") },
        signal: told === undefined ? {} : { aborted: moment(told, "told") },
        ...(ends !== undefined && {
          ...{ end: moment(ends, answered ? "answer" : "end"), value: ofWork(how, number) },
          how: how === "value" ? "fulfilled" : "rejected",
        }),
      },
    ];
  });
  const errorOf = (number: number): Plain => {
    const inner = number > 0 && results[number];
    if (!inner) return ofWork("failure", number);
    return error(groupNamed(number), inner.errors.map(errorOf));
  };
  const outcomes = Object.entries(results).map(([key, { at, comesTo, errors }]): [string, Outcome] => {
    const label = groupNamed(Number(key));
    const value = { value: `value of ${key}`, reason, errors: error(label, errors.map(errorOf)) }[comesTo];
    if (comesTo !== "value") made[label] = value;
    const state = comesTo === "value" ? "fulfilled" : "rejected";
    return [
      label,
      {
        label,
        start: moment(0, "start"),
        state,
        settled: moment(at, key === "0" ? "settled" : "inner settled"),
        value,
      },
    ];
  });
  return emptyTrace({
    ...{ calls: calls.toSorted((a, b) => a.start.seq - b.start.seq), made },
    outcomes: Object.fromEntries(outcomes),
    notes:
      typeof group.abort?.after === "number"
        ? [{ name: "abort", value: null, ...moment(group.abort.after, "told") }]
        : [],
  });
}
