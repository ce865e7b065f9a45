// What a trace shows of a group that was acted out: which of its members failed, when, and what it came to. Serves whom
// group-acted.ts serves.

import { identical, type Plain } from "../../trace/plain.ts";
import { type Moment, madeBy, outcomeOf, type Trace } from "../../trace/trace.ts";
import { abortOf } from "../aborts.ts";
import { isErrorNamed } from "../mistakes/values.ts";
import { errorsIn } from "./decision.ts";
import type { Stay } from "./group.ts";
import { groupNamed, reasonOf } from "./group-acted.ts";
import { callsBy, type Group, membersOf, numbersFrom } from "./members.ts";

/** The numbers of a group's body, which has the group's own, and tasks; not of what is in groups among these. */
export function insideOf(group: Group, number = 0): number[] {
  const members = membersOf(group);
  const below = (each: number): number[] =>
    numbersFrom(each + 1, members[each]!.starts).flatMap((child) => [
      child,
      ...(members[child]!.group ? [] : below(child)),
    ]);
  const others = number === 0 ? numbersFrom(membersOf({ body: group.body }).length, group.tasks) : [];
  return [number, ...below(number), ...others.flatMap((each) => [each, ...below(each)])];
}

/** When the group's own signal, which its body gets, was aborted; before the body's work began, if it was. */
export function toldOf(trace: Trace, number = 0): Moment | undefined {
  const [call] = callsBy(trace, number);
  const outside = abortOf(trace);
  const before = number === 0 && call && outside && outside.seq < call.start.seq;
  return call?.signal?.aborted && (before ? outside : call.signal.aborted);
}

/** Why that was, if it was. */
export function reasonIn(trace: Trace, number = 0): Plain | undefined {
  return trace.made[reasonOf(number)];
}

/** What it rejected with. What the submission has made is told by identity only where the world knows it by name. */
export function errorOf(trace: Trace, number: number): Plain {
  return number === 0 ? (outcomeOf(trace).value ?? null) : madeBy(trace, groupNamed(number));
}

export interface Failed {
  number: number;
  value: Plain;
  end: Moment;
}

/** Those of a group that failed, the first first: not those that ended with the reason of an abort in answer to it. */
export function failuresIn(trace: Trace, group: Group, number = 0): Failed[] {
  const members = membersOf(group);
  const [reason, told] = [reasonIn(trace, number), toldOf(trace, number)?.seq ?? Infinity];
  const failure = (each: number): Failed[] => {
    if (each !== number && members[each]!.group) {
      const { state, settled } = outcomeOf(trace, groupNamed(each));
      const value = errorOf(trace, each);
      if (state !== "rejected") return [];
      const isReason = told < settled!.seq && reason !== undefined && identical(value, reason);
      return isReason ? [] : [{ number: each, value, end: settled! }];
    }
    const [call] = callsBy(trace, each);
    if (!call?.end || call.how === "fulfilled") return [];
    const { onAbort } = members[each]!;
    const gaveReason = typeof onAbort === "object" && "rejects" in onAbort && onAbort.rejects === "reason";
    const answered = call.signal?.aborted && call.signal.aborted.seq < call.end.seq;
    return answered && gaveReason ? [] : [{ number: each, value: call.value!, end: call.end }];
  };
  return insideOf(group, number)
    .flatMap(failure)
    .toSorted((a, b) => a.end.seq - b.end.seq);
}

/** What each member did, by their numbers. */
export function staysIn(trace: Trace, group: Group): Stay[] {
  return membersOf(group).map((_, number): Stay => {
    const [call] = callsBy(trace, number);
    if (!call) return {};
    const { start, end, signal } = call;
    const told = signal?.aborted && signal.aborted.seq < (end?.seq ?? Infinity) ? signal.aborted : undefined;
    return { starts: start.at, ...(told && { told: told.at }), ...(end && { ends: end.at }) };
  });
}

/** What a group came to: as a model says it, or else "other". `errors`: the numbers of whose they are; -1: nobody's. */
export function resultIn(trace: Trace, group: Group, number = 0) {
  const label = groupNamed(number);
  const { state, settled } = outcomeOf(trace, label);
  const value = errorOf(trace, number);
  const failed = failuresIn(trace, group, number);
  const numberOf = (error: Plain) => failed.find((each) => identical(each.value, error))?.number ?? -1;
  const reason = number === 0 ? madeBy(trace, "signal reason") : (reasonIn(trace, number) ?? { t: "cut" });
  const isReason = state === "rejected" && identical(value, reason);
  const errors = isErrorNamed(value, "AggregateError") ? errorsIn(trace, label).map(numberOf) : undefined;
  const comesTo = state === "fulfilled" ? "value" : isReason ? "reason" : errors ? "errors" : "other";
  return { at: settled?.at, comesTo, errors: comesTo === "errors" ? errors! : [] };
}
