// Expectations that take what is not their promise from the trace as it was: so a mistake costs its own check alone.

import { type Call, callsOf, outcomeOf, type Trace } from "../trace/trace.ts";
import { fulfilled, rejected, rejectedWithOneOf, settledInWords, that } from "./expectations.ts";
import type { Finding } from "./grader.ts";

interface Where {
  /** The outcome's label; `main` if not given. */
  label?: string;
  /** Whose calls count; all if not given. */
  service?: string;
  /** Whether it must be in the very ms of the failure; true if not given. */
  atOnce?: boolean;
}

/** The calls that failed by themselves, in the order in which they did; those that answered an abort are left out. */
export function failures(trace: Trace, service?: string): Call[] {
  return callsOf(trace, service)
    .filter(({ end, how, signal }) => {
      const answered = signal?.aborted && end && signal.aborted.seq < end.seq;
      return end && how !== "fulfilled" && !answered;
    })
    .toSorted((a, b) => a.end!.seq - b.end!.seq);
}

/**
 * The outcome is the first failure's among the calls that were made: that very error, in the ms in which it failed; of
 * several in one ms either's. If no call failed, it must have rejected all the same: the scenario has a failure in it.
 */
export function rejectedWithFirst(
  trace: Trace,
  { label, service, atOnce = true, otherwise }: Where & { otherwise?: string } = {},
): Finding {
  const all = failures(trace, service);
  const [first] = all;
  if (!first) return rejected(trace, { label, otherwise });
  const errors = all.filter(({ end }) => end!.at === first.end!.at).map(({ value }) => value!);
  return rejectedWithOneOf(trace, { label, errors, ...(atOnce && { at: first.end!.at }), otherwise });
}

/** The outcome came when the last of the calls that were made had ended (virtual ms), whatever it is worth. */
export function fulfilledWithLast(trace: Trace, { label, service }: Omit<Where, "atOnce"> = {}): Finding {
  const { settled } = outcomeOf(trace, label);
  const ends = callsOf(trace, service).map(({ end }) => end?.at ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...ends);
  return fulfilled(trace, { label, ...(settled && Number.isFinite(last) && { at: last }) });
}

/** The outcome came at this time (virtual ms), or at one of these, whatever it is worth. */
export function settledAt(
  trace: Trace,
  { label, at, otherwise }: { label?: string; at: number | number[]; otherwise?: string | undefined },
): Finding {
  const outcome = outcomeOf(trace, label);
  const allowed = [at].flat();
  const who = outcome.label === "main" ? "Your function" : outcome.label;
  const message = `${who} ${settledInWords(outcome)}; expected it to settle at ${allowed.join(" or ")} ms.`;
  return that(outcome.settled !== undefined && allowed.includes(outcome.settled.at), message, { otherwise });
}

/** The outcome came by this time (virtual ms), if it came at all. */
export function settledBy(trace: Trace, { at, otherwise }: { at: number; otherwise: string }): Finding {
  const took = outcomeOf(trace).settled?.at ?? 0;
  return that(took <= at, `it took ${took} ms; at most ${at} ms are allowed.`, { otherwise });
}
