// Calls one after the other, with or without a wait between: when each begins, by the right rule and by wrong ones.
// Serves 11 (checks), 15 (saves) and 30 (retries); `noneAfterFailure` also 12, 13 and 27.

import { type Call, callsOf, type Trace } from "../../trace/trace.ts";
import { failures } from "../as-it-went.ts";
import type { Finding } from "../grader.ts";

/** When a call may begin (virtual ms), by when the one before it began and ended, and by the wait between the two. */
export type Rule = (before: { start: number; end: number }, wait: number) => number[];
/** The wait after the call of this number, from 1 (virtual ms). */
export type Wait = (number: number) => number;

const inTurn: Rule = ({ end }, wait) => [end + wait];
/** The same, but that a wait of 0 may be a timer's, which takes 1 ms. */
export const byTimer: Rule = ({ end }, wait) => (wait === 0 ? [end, end + 1] : [end + wait]);
const none: Wait = () => 0;

/** Rules that are wrong where they are not the same as the right one. */
export const wrong = {
  /** The wait counts from the beginning; at the soonest when the one before is over, or whether it is or not. */
  fromStart: ({ start, end }, wait) => [start + wait, Math.max(end, start + wait)],
  noWait: ({ end }) => [end],
  oftenNoWait: ({ end }, wait) => [end, end + wait],
  /** A wait where none belongs; a timer of 0 ms takes 1 ms. */
  timerOfNothing: ({ end }, wait) => [end + wait + 1],
} satisfies Record<string, Rule>;

/** Whether this wrong rule explains every call's beginning after the first, as the one before went; the right one does not. */
export function wentBy(rule: Rule, trace: Trace, service: string, wait = none, right = inTurn): boolean {
  return misfit(right, trace, service, wait) !== undefined && !misfit(rule, trace, service, wait);
}

/** As `wentBy`, but that it is the waits that are wrong. */
export function waited(wrong: Wait, trace: Trace, service: string, wait: Wait, right = inTurn): boolean {
  return misfit(right, trace, service, wait) !== undefined && !misfit(right, trace, service, wrong);
}

/** Each call but the first began in the ms in which its wait after the end of the one before was over. */
export function oneAfterTheOther(trace: Trace, service: string, wait = none, right = inTurn): Finding {
  const found = misfit(right, trace, service, wait);
  if (!found) return undefined;
  const [call, { end }] = found;
  const began = `Call ${call.index} of \`${service}\` began at ${call.start.at} ms`;
  if (!end || end.seq > call.start.seq)
    return { message: `${began}, while the one before it was still under way.` };
  const due = end.at + wait(call.index - 1);
  return { message: `${began}; the one before it ended at ${end.at} ms, so ${due} ms was expected.` };
}

/** Once a call had failed, none began any more. */
export function noneAfterFailure(trace: Trace, service: string, otherwise?: string): Finding {
  const [first] = failures(trace, service);
  const further = callsOf(trace, service).find(({ start }) => first && start.seq > first.end!.seq);
  if (!further) return undefined;
  const message = `\`${service}\` was called at ${further.start.at} ms, though a call had failed at ${first!.end!.at} ms.`;
  return { message, ...(otherwise && { misconception: otherwise }) };
}

/** The first call that the rule does not explain, with the one before it. */
function misfit(rule: Rule, trace: Trace, service: string, wait: Wait): [Call, Call] | undefined {
  const calls = callsOf(trace, service);
  const pairs = calls.slice(1).map((call, index): [Call, Call] => [call, calls[index]!]);
  return pairs.find(([call, before], index) => {
    const end = before.end?.at ?? Number.POSITIVE_INFINITY;
    return !rule({ start: before.start.at, end }, wait(index + 1)).includes(call.start.at);
  });
}
