// What a group promises, each by itself and by what happened as it went. Serves 23, and 24, 25 and 35.

import { identical, type Plain, show } from "../../trace/plain.ts";
import { callsOf, type Moment, madeBy, outcomeOf, type Trace } from "../../trace/trace.ts";
import { abortOf } from "../aborts.ts";
import { settledAt } from "../as-it-went.ts";
import { fulfilled, rejected, settledInWords, that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import { errorsIn } from "./decision.ts";
import { groupNamed, promiseOf } from "./group-acted.ts";
import { type Failed, failuresIn, reasonIn, toldOf } from "./group-seen.ts";
import { callsBy, type Group, madeAs, nameOf } from "./members.ts";

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
  const when = wrong?.signal?.aborted ? `aborted at ${wrong.signal.aborted.at} ms` : "never aborted";
  const expected = moment ? `expected that at ${at} ms, ${why}` : "expected that it never does";
  return that(!wrong, `The signal of ${nameOf(wrong)} ${when}; ${expected}.`);
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

/** It came to what it must: to its failures, or else to the reason of an abort from outside that came in time, or to the body's value. */
export function cameToItsOwn(trace: Trace, group: Group): Finding[] {
  const [[first], abort, settled] = [failuresIn(trace, group), abortOf(trace), outcomeOf(trace).settled];
  const came = (moment: Moment | undefined) =>
    moment && moment.seq < (settled?.seq ?? Infinity) ? moment.seq : Infinity;
  if (came(first?.end) < came(abort)) return rejectedWithAll(trace, group);
  if (came(abort) < Infinity) return [rejected(trace, { error: madeBy(trace, "signal reason") })];
  return [fulfilled(trace, { value: madeBy(trace, madeAs(0)) })];
}

/**
 * An abort from outside that came before a failure told all at work, by its own reason, and is what the group came to. One that came
 * when the group had been aborted already, by a failure, is not.
 */
export function endedFromOutside(trace: Trace, group: Group): Finding[] {
  const [abort, told, [first]] = [abortOf(trace), toldOf(trace), failuresIn(trace, group)];
  const { settled, value = null } = outcomeOf(trace);
  const reason = madeBy(trace, "signal reason");
  if (!abort || (settled && settled.seq < abort.seq)) return [];
  if (told && told.seq < abort.seq)
    return [
      that(!identical(value, reason), "It rejected with the reason of an abort that came after a failure."),
    ];
  if (first && first.end.seq < abort.seq) return [];
  const own = reasonIn(trace) ?? reason;
  return [
    rejected(trace, { error: reason }),
    toldAt(trace, abort, "when the signal from outside did"),
    that(identical(own, reason), `The reason of group.signal is ${show(own)}; expected ${show(reason)}.`),
  ];
}

/** Tasks that are one and the same function began with the call, each of them, and none was left out. */
export function begunAlike(trace: Trace, { alike, body: { starts = [] } }: Group): Finding {
  const begun = callsOf(trace, "task").filter(({ start }) => start.at === 0);
  const otherwise = trace.calls.length > starts.length ? "late-start" : "twins-merged";
  const message = `${begun.length} of ${starts.length} tasks, which are the same function, were begun at once.`;
  return that(!alike || begun.length === starts.length, message, { otherwise });
}

/** The watched promise of a task is the task's own outcome; of one that came too late, refused: with the reason of the abort, or after the end in any way. */
export function ownPromise(trace: Trace, number: number): Finding[] {
  const outcome = outcomeOf(trace, promiseOf(number));
  const { label, start, state } = outcome;
  const [call] = callsBy(trace, number);
  // A body that is never called creates none.
  if (!trace.outcomes[label]) return [];
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
      rejected(trace, {
        label,
        at: start.at,
        error: reasonIn(trace),
        otherwise: { rejected: "generic-error", threw: "sync-throw-escapes" }[state as string],
      }),
    ];
  if (!call)
    return [
      that(false, `task ${number} was not started at ${start.at} ms.`, { otherwise: "closed-too-early" }),
    ];
  // What the promise of a task comes to that was told to stop is free.
  if (!call.end || call.end.seq > told) return [];
  const { at } = call.end;
  return [
    call.how === "fulfilled"
      ? fulfilled(trace, { label, at, value: call.value })
      : rejected(trace, {
          label,
          at,
          error: call.value!,
          otherwise: state === "fulfilled" ? "swallowed-error" : undefined,
        }),
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
