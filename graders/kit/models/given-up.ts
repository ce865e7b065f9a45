// What becomes of an outcome when the operation that it depends on is given up: its time is over, or a signal aborts. By
// rules, one set of which is the exercise's and the others are mistakes. For 04, 05 and 06 (rejects at that instant, whatever
// the operation does), for 24 and 25 (if it was aborted before), and for 30 and 35.

import { identical, isUndefined, type Plain } from "../../trace/plain.ts";
import { type Call, madeBy, outcomeOf, type Trace } from "../../trace/trace.ts";
import { abortOf } from "../aborts.ts";
import { type ErrorShape, rejected, that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import { isFalsy, partsOf } from "../mistakes/values.ts";

/** How an outcome comes about. */
export interface Rules {
  /** Whether it comes only when the operation has ended, in answer or not. */
  waits: boolean;
  /** Whether it is what the operation has ended with by then. */
  answerCounts: boolean;
  /** What it comes to otherwise. */
  comesTo: "the reason" | "another error" | "nothing" | "a value";
}

/** At that instant, with the reason, whatever the operation does about it. */
export const AT_ONCE: Rules = { waits: false, answerCounts: false, comesTo: "the reason" };

/** Misconception id -> the rules that are other ones; of several such sets any one. */
export type WrongRules = Record<string, Partial<Rules>[]>;

/** Rules that are wrong wherever an abort is to be the end at once. */
export const WRONG_ON_ABORT: WrongRules = {
  "waits-for-operation": [{ waits: true }, { waits: true, answerCounts: true }],
  "lost-reason": [{ comesTo: "nothing" }],
  "generic-error": [{ comesTo: "another error" }],
};

/** What is given up: a call of the trace, or something like it. `signal.aborted`: when it was told, if it was. */
export type Operation = Pick<Call, "how" | "value"> & {
  end?: { at: number };
  signal?: { aborted?: { at: number } };
};

export interface GivenUp {
  /** When, in virtual ms. */
  at: number;
  operation: Operation | undefined;
  /** What it is to reject with: this very value, or an error such as this. */
  error?: Plain;
  shape?: ErrorShape;
  /** The outcome's label; `main` if not given. */
  label?: string | undefined;
}

/**
 * The outcome came at once, with the reason. A failure is named after the wrong rules that explain it, if any do; and if
 * the reason is falsy (to be asked after others that are not), after that.
 */
export function gaveUp(trace: Trace, of: GivenUp, wrong: WrongRules): Finding {
  const { at, error, shape, label } = of;
  const falsy = error !== undefined && isFalsy(error) ? "falsy-is-nothing" : undefined;
  return rejected(trace, { at, error, shape, label, otherwise: falsy ?? explanation(trace, of, wrong) });
}

/**
 * At the abort (see aborts.ts) the outcome came to its reason, whatever the call under way did about it, and no call has
 * begun since.
 */
export function gaveUpOnAbort(trace: Trace, wrong: WrongRules): Finding[] {
  const { at, seq } = abortOf(trace) ?? { at: 0, seq: 0 };
  const begun = trace.calls.filter(({ start }) => start.seq < seq);
  const further = begun.length > 0 ? "starts-after-abort" : "ignores-already-aborted";
  const noneSince = begun.length === trace.calls.length;
  const found = gaveUp(trace, { at, error: madeBy(trace, "signal reason"), operation: begun.at(-1) }, wrong);
  return [
    found && { ...(noneSince ? {} : { misconception: further }), ...found },
    that(noneSince, "A call was made after the abort.", { otherwise: further }),
  ];
}

/** The id of the first wrong rules by which the outcome is what it is. */
export function explanation(
  trace: Trace,
  of: GivenUp,
  wrong: WrongRules,
  right = AT_ONCE,
): string | undefined {
  const explains = (rules: Rules) => isBy(rules, trace, of);
  if (explains(right)) return undefined;
  return Object.entries(wrong).find(([, sets]) => sets.some((set) => explains({ ...right, ...set })))?.[0];
}

/** When the outcome comes by these rules (virtual ms), and to what. */
function endingBy({ waits, answerCounts, comesTo }: Rules, { at, operation }: GivenUp) {
  const ended = operation?.end?.at ?? Number.POSITIVE_INFINITY;
  const due = waits ? ended : at;
  return { due, comesTo: answerCounts && ended === due ? "the answer" : comesTo };
}

/** Whether the outcome is as these rules make it. */
function isBy(rules: Rules, trace: Trace, of: GivenUp): boolean {
  const { at, operation, label, error, shape } = of;
  // Who waits for one that was not told then has another thing wrong.
  if (rules.waits && operation?.signal?.aborted?.at !== at) return false;
  const { state, settled, value = null } = outcomeOf(trace, label);
  const { due, comesTo } = endingBy(rules, of);
  if (due === Number.POSITIVE_INFINITY) return state === "pending" && trace.end !== "crashed";
  if (settled?.at !== due) return false;
  const answer = operation?.end?.at === due ? operation.value : undefined;
  const isAnswer = answer !== undefined && [value, ...partsOf(value)].some((part) => identical(part, answer));
  if (comesTo === "the answer")
    return isAnswer && (state === "fulfilled") === (operation!.how === "fulfilled");
  if (comesTo === "a value") return state === "fulfilled";
  const isReason = rejected(trace, { label, error, shape }) === undefined;
  if (comesTo === "nothing") return state === "rejected" && isUndefined(value) && !isReason;
  return comesTo === "the reason" ? isReason : state === "rejected" && !isReason && !isAnswer;
}
