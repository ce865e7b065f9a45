// Of jobs that run at once the one that decides: which, when, and what comes of it, by the right rule and by wrong ones.
// Serves 10 (the first success), and 16 and 27 (the first failure) and 23 (all of them).

import { identical, isNode, type Plain, show, toPlain } from "../../trace/plain.ts";
import { type Call, outcomeOf, type Trace } from "../../trace/trace.ts";
import { fulfilled, rejected, that } from "../expectations.ts";
import type { Finding, Mistakes } from "../grader.ts";
import { type Job, valuesOf } from "../jobs.ts";
import * as gathered from "../mistakes/gathered.ts";
import { stands } from "../mistakes/slips.ts";
import { isEmpty, isErrorNamed, isWrapping } from "../mistakes/values.ts";
import { type Arrival, arrivals, arrivalsOf, byPlace, endsOf, lastOf, mistakesBy } from "./arrivals.ts";

/** When it is decided (virtual ms), and with what: a value or an error of one, or the errors of all these, in this order. */
export interface Decision {
  at: number;
  by: "value" | "error" | "errors";
  of: number[];
}
type Rule = (all: readonly Arrival[]) => Decision | undefined;

const by = ({ index, failed }: Arrival, at: number): Decision => ({
  at,
  by: failed ? "error" : "value",
  of: [index],
});
const errors = (all: readonly Arrival[]): Decision => ({
  at: lastOf(all),
  by: "errors",
  of: all.map(({ index }) => index),
});
const isSuccess = ({ failed }: Arrival) => !failed;

/** The first success, at its own time; without any all the failures, at the last one's. */
export function firstSuccess(all: readonly Arrival[]): Decision {
  const first = all.find(isSuccess);
  return first ? by(first, first.at) : errors(byPlace(all));
}
/** The same, of the calls as they went: who began later, or another one first, has another winner, or failed later. */
export function firstSuccessOf(trace: Trace, service: string, jobs: readonly Job[]): Decision {
  const all = arrivalsOf(trace, service);
  // Whoever left some out could still have had a success, or lacks failures.
  return firstSuccess(all.some(isSuccess) || all.length === jobs.length ? all : arrivals(jobs));
}
/** Misconception id -> how it decides. */
export const WRONG_DECISIONS: Record<string, Rule[]> = {
  "first-settled": [([first]) => first && by(first, first.at)],
  "waits-for-all": [byPlace, (all: readonly Arrival[]) => all].map((order) => (all) => {
    const first = order(all).find(isSuccess);
    return first && by(first, lastOf(all));
  }),
  "input-order": [
    (all) => {
      const first = byPlace(all).find(isSuccess);
      return first && by(first, lastOf(all.filter(({ index }) => index <= first.index)));
    },
  ],
  "first-error-only": [byPlace, (all: readonly Arrival[]) => all].flatMap((order) =>
    [0, -1].map(
      (place): Rule =>
        (all) => {
          const one = all.some(isSuccess) ? undefined : order(all).at(place);
          return one && by(one, lastOf(all));
        },
    ),
  ),
  "completion-order": [(all) => (all.some(isSuccess) ? undefined : errors(all))],
};

/** The outcome came as decided; `values`: what each one came to. Several errors come in an `AggregateError`. */
export function decided(trace: Trace, { at, by, of }: Decision, values: readonly Plain[]): Finding {
  const [value = null] = of.map((index) => values[index]!);
  if (by === "value") return fulfilled(trace, { at, value });
  if (by === "error") return rejected(trace, { at, error: value });
  const errors = errorsIn(trace);
  const listed = (list: readonly Plain[]) => list.map((error) => show(error)).join(", ") || "nothing";
  const same =
    errors.length === of.length && errors.every((error, place) => identical(error, values[of[place]!]!));
  const message = `The AggregateError's \`errors\` are ${listed(errors)}; expected ${listed(of.map((index) => values[index]!))}.`;
  return rejected(trace, { at, shape: { name: "AggregateError" } }) ?? that(same, message);
}

/** The errors in the error that the outcome (`main` without a label) rejected with. */
export function errorsIn(trace: Trace, label?: string): Plain[] {
  const { value = null } = outcomeOf(trace, label);
  return (isNode(value) && value.t === "error" && value.errors) || [];
}

/** Mistakes of an outcome for all of a service's calls. What falsy values are blamed for, others must be asked for first. */
export function decisionMistakes(service: string, jobsOf: (trace: Trace) => readonly Job[]): Mistakes {
  const values = (trace: Trace) => valuesOf(trace, jobsOf(trace), service);
  const explains = (trace: Trace, decision: Decision) => !decided(trace, decision, values(trace));
  const allFailed = ({ calls }: Trace) =>
    calls.length > 0 && calls.every(({ end, how }) => end && how !== "fulfilled");
  const byRules = mistakesBy(WRONG_DECISIONS, (trace, decide) => {
    // Who aborts the others may still wait for what they answer.
    const wrong = [arrivalsOf(trace, service), endsOf(trace, service)].flatMap((all) => decide(all) ?? []);
    const right = firstSuccessOf(trace, service, jobsOf(trace));
    return !explains(trace, right) && wrong.some((each) => explains(trace, each));
  });
  const waitsForAll = (trace: Trace) =>
    trace.program === undefined || stands(trace, "Promise.all") || stands(trace, "Promise.allSettled");
  const atFirstFailure = (trace: Trace) => {
    const [first] = arrivalsOf(trace, service);
    const going = trace.calls.some((call) => !endedBy(trace, call));
    return first?.failed === true && first.at === outcomeOf(trace).settled?.at && going;
  };
  const endedBy = (trace: Trace, call: Call | undefined) =>
    call?.end !== undefined && call.end.seq < (outcomeOf(trace).settled?.seq ?? 0);
  return {
    // The very failure that came first comes again, lap after lap.
    "same-winner-again": (trace) =>
      stands(trace, "raced again") && outcomeOf(trace).state === "rejected" && atFirstFailure(trace),
    "gives-up": gathered.gaveUp,
    "length-is-no-count": (trace) =>
      errorsIn(trace).length === trace.calls.length &&
      endedBy(trace, trace.calls.at(-1)) &&
      !trace.calls.every((call) => endedBy(trace, call)),
    "falsy-is-nothing": (trace) => jobsOf(trace).some(({ value }) => !value),
    "empty-is-nothing": (trace) => jobsOf(trace).some(({ value }) => isEmpty(toPlain(value))),
    "repeated-call": ({ calls }) => new Set(calls.map(({ args }) => show(args[0]!))).size < calls.length,
    "sequential-await": gathered.oneByOne,
    "partly-concurrent": gathered.someTogether,
    "late-start": (trace) => gathered.staggered(trace) || gathered.startedLate(trace),
    "forgotten-await": gathered.unawaited,
    "settled-wrappers": gathered.reportsOfAllSettled,
    ...byRules,
    // Often both explain it: then how it waits tells them apart.
    "waits-for-all": (trace) =>
      byRules["waits-for-all"]!(trace) && (waitsForAll(trace) || !byRules["input-order"]!(trace)),
    "swallowed-error": (trace) => outcomeOf(trace).state === "fulfilled" && allFailed(trace),
    "lost-rejection": (trace) => outcomeOf(trace).state === "pending" && allFailed(trace),
    "wrapped-error": (trace) =>
      allFailed(trace) &&
      errorsIn(trace).some((error) => values(trace).some((value) => isWrapping(error, value))),
    "generic-error": (trace) =>
      allFailed(trace) &&
      outcomeOf(trace).state === "rejected" &&
      !isErrorNamed(outcomeOf(trace).value, "AggregateError"),
  };
}
