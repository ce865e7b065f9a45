// What a group promises, each by itself and by what happened as it went. Serves 23, and 24, 25 and 35.

import { identical, type Plain, show } from "../../trace/plain.ts";
import { type Moment, madeBy, outcomeOf, type Trace } from "../../trace/trace.ts";
import { abortOf } from "../aborts.ts";
import { settledAt } from "../as-it-went.ts";
import { fulfilled, rejected, settledInWords, that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import { errorsIn } from "./decision.ts";
import { groupNamed, promiseOf } from "./group-acted.ts";
import { errorOf, type Failed, failuresIn, reasonIn, toldOf } from "./group-seen.ts";
import { callsBy, type Group, madeAs } from "./members.ts";

/** It settled, however, in the ms in which the last of body and tasks had ended: of all that were begun. */
export function overWithLast(trace: Trace): Finding {
  const ends = trace.calls.map(({ end }) => end?.at ?? Infinity);
  return settledAt(trace, { at: Math.max(0, ...ends) });
}

/** Of a group that was aborted at this moment, or never: in that ms all were told that were at work, and nobody in any other. */
export function toldAt(trace: Trace, moment: Moment | undefined, why: string): Finding {
  const { at, seq } = moment ?? { at: Infinity, seq: Infinity };
  const wrong = trace.calls.find(({ service, start, end, signal }) => {
    const aborted = signal?.aborted?.at;
    // The body's signal is the group's own, also when the body has ended.
    const ran = start.seq < seq && (!end || end.at > at || (service === "body" && moment !== undefined));
    return ran ? aborted !== at : aborted !== undefined && aborted < at;
  });
  const when = wrong?.signal?.aborted ? `at ${wrong.signal.aborted.at} ms` : "never";
  const who =
    wrong && [wrong.service, ...wrong.args.slice(0, 1).filter((arg) => typeof arg === "number")].join(" ");
  const expected = moment ? `${at} ms, ${why}` : "never";
  return that(!wrong, `The signal of ${who} aborted ${when}; expected ${expected}.`);
}

/** It rejected with an AggregateError of the failures until then, in their order (in one ms in any). */
export function rejectedWithAll(trace: Trace, group: Group, number = 0): Finding[] {
  const label = groupNamed(number);
  const end = outcomeOf(trace, label).settled?.seq ?? Infinity;
  const failed = failuresIn(trace, group, number).filter((each) => each.end.seq < end);
  const errors = errorsIn(trace, label);
  const list = (all: readonly Plain[]) => all.map((error) => show(error, 40)).join(", ") || "nothing";
  const want = failed.map(({ value }) => value);
  return [
    rejected(trace, { label, shape: { name: "AggregateError" } }),
    that(
      inOrder(errors, failed),
      `The AggregateError's \`errors\` are ${list(errors)}; expected ${list(want)}.`,
    ),
  ];
}

/**
 * It came to what it must: to its failures, if one of them came before an abort from outside (of a group in a group: of that one),
 * else to the reason of that, or else to the body's value. When it did is not asked.
 */
export function cameToItsOwn(trace: Trace, group: Group, number = 0): Finding[] {
  const label = groupNamed(number);
  const [first] = failuresIn(trace, group, number);
  const outside = number === 0 ? abortOf(trace) : toldOf(trace);
  const settled = outcomeOf(trace, label).settled?.seq ?? Infinity;
  const came = (moment: Moment | undefined) => (moment && moment.seq < settled ? moment.seq : Infinity);
  if (came(first?.end) < came(outside)) return rejectedWithAll(trace, group, number);
  if (came(outside) < Infinity) {
    const reason = number === 0 ? madeBy(trace, "signal reason") : reasonIn(trace)!;
    const other = `${label} rejected with ${show(errorOf(trace, number))}; expected the reason of the abort.`;
    return [rejected(trace, { label }), that(identical(errorOf(trace, number), reason), other)];
  }
  return [fulfilled(trace, { label, value: madeBy(trace, madeAs(number)) })];
}

/** The watched promise of a task is the task's own outcome; of one that came too late, refused: with the reason of the abort, or after the end in any way. */
export function ownPromise(trace: Trace, number: number): Finding[] {
  const outcome = outcomeOf(trace, promiseOf(number));
  const { label, start, state } = outcome;
  const [call] = callsBy(trace, number);
  const [told, end] = [toldOf(trace)?.seq ?? Infinity, outcomeOf(trace).settled?.seq ?? Infinity];
  if (start.seq > end)
    return [
      that(!call, `task ${number} was started at ${start.at} ms, when the group was over.`, {
        otherwise: "open-after-end",
      }),
      that(
        state === "threw" || state === "rejected",
        `${label} ${settledInWords(outcome)}; expected a throw, or a rejection.`,
      ),
    ];
  if (start.seq > told)
    return [
      that(!call, `task ${number} was started at ${start.at} ms, when the group was aborted.`, {
        otherwise: "open-after-failure",
      }),
      rejected(trace, { label, at: start.at, error: reasonIn(trace) }),
    ];
  const at = call?.end?.at;
  return [
    call?.how === "fulfilled"
      ? fulfilled(trace, { label, at, value: call.value })
      : rejected(trace, { label, at, error: call?.value }),
  ];
}

function inOrder(errors: readonly Plain[], failed: readonly Failed[]): boolean {
  if (errors.length !== failed.length) return false;
  return failed.every(({ value, end }, index) => {
    const places = failed.flatMap((other, place) => (other.end.at === end.at ? [place] : []));
    const isThere = (one: Plain, list: Plain[]) => list.some((other) => identical(one, other));
    return (
      isThere(
        value,
        places.map((place) => errors[place]!),
      ) &&
      isThere(
        errors[index]!,
        places.map((place) => failed[place]!.value),
      )
    );
  });
}
