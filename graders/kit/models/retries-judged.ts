// What became of attempts that are made again, judged by the attempts as they went. Serves 30.
import { identical, type Plain, show } from "../../trace/plain.ts";
import { type Call, callsOf, madeBy, notesOf, outcomeOf, type Trace } from "../../trace/trace.ts";
import { abortOf } from "../aborts.ts";
import {
  noListenerLeft,
  noTimerMade,
  nothingLeft,
  passedOn,
  rejected,
  settledInWords,
  that,
} from "../expectations.ts";
import type { Finding } from "../grader.ts";
import { inputOf } from "../input.ts";
import { isFailure } from "../jobs.ts";
import { isFalsy } from "../mistakes/values.ts";
import { plainWait, type Retrying } from "./retries.ts";

/** Which attempts are to be made: up to the first success, the last one that is allowed, or one that is refused. */
export function attemptsDue({ jobs, attempts, refuses = [] }: Retrying): number {
  const ends = jobs.findIndex((job, index) => !isFailure(job) || refuses.includes(index + 1));
  return Math.min(attempts, ends < 0 ? Number.POSITIVE_INFINITY : ends + 1);
}

const operations = (trace: Trace) => callsOf(trace, "operation");

/** What a failure is named after that comes with attempts of falsy results only; others are to be asked for first. */
export const falsyIn = ({ jobs }: Retrying): { otherwise?: string } =>
  jobs.some(({ value }) => !value) ? { otherwise: "falsy-is-nothing" } : {};

/** What the last attempt came to came out, itself and at once, whichever that was. */
export function endsAsTheLast(trace: Trace): Finding {
  const calls = operations(trace);
  const last = calls.at(-1);
  const otherwise = last?.value !== undefined && isFalsy(last.value) ? "falsy-is-nothing" : undefined;
  return passedOn(trace, "operation", { call: Math.max(1, calls.length), ...(otherwise && { otherwise }) });
}

/** Each wait that there was, and no more, went through jitter once, as it would be without. */
export function jitteredOnce(trace: Trace, load: Retrying): Finding {
  const waits = operations(trace).length - 1;
  const got = notesOf(trace, "jitter").map(({ value }) => value);
  const want = Array.from({ length: Math.max(0, waits) }, (_, index) => plainWait(load)(index + 1));
  const message = `jitter was given ${listed(got)}; expected ${listed(want)}.`;
  return that(got.length === want.length && want.every((ms, index) => got[index] === ms), message);
}

const listed = (all: readonly Plain[]) => all.map((each) => show(each)).join(", ") || "nothing";

/** After each failure but the last that is allowed `shouldRetry` was asked about that very error, and about nothing else. */
export function askedAboutEach(trace: Trace, { attempts }: Retrying): Finding[] {
  const asked = notesOf(trace, "shouldRetry").map(({ value }) => value);
  const failed = operations(trace).filter(({ how, end }) => end && how !== "fulfilled");
  const odd = asked.find((error) => !failed.some(({ value }) => identical(value!, error)));
  const missing = failed
    .slice(0, attempts - 1)
    .find(({ value }) => !asked.some((error) => identical(value!, error)));
  return [
    that(
      odd === undefined,
      `shouldRetry was asked about ${show(odd ?? null)}, which no attempt failed with.`,
    ),
    that(!missing, `shouldRetry was not asked about ${show(missing?.value ?? null)}.`),
  ];
}

/** The attempt that counts for the abort: the last one that had begun. */
export const begunBefore = (trace: Trace, seq: number): Call | undefined =>
  operations(trace)
    .filter(({ start }) => start.seq < seq)
    .at(-1);

/**
 * After the abort nothing was begun. If no attempt was under way then, it rejected with the reason at that instant. If one was,
 * then it did so at that instant or at that attempt's end, or it came to what that attempt came to. Nothing was left.
 */
export function gaveUp(trace: Trace): Finding[] {
  const abort = abortOf(trace);
  const { settled } = outcomeOf(trace);
  // It was over by then.
  if (!abort || (settled && settled.seq < abort.seq))
    return [noListenerLeft(trace, { otherwise: "listener-leak" })];
  const last = begunBefore(trace, abort.seq);
  const further = operations(trace).find(({ start }) => start.seq > abort.seq);
  const timer = trace.timersMade.find(({ madeAt }) => madeAt > abort.at);
  const starts = last ? "starts-after-abort" : "ignores-already-aborted";
  return [
    cameTo(trace, last),
    that(!further, `an attempt began at ${further?.start.at} ms, after the abort.`, { otherwise: starts }),
    that(!timer, `a timer was made at ${timer?.madeAt} ms, after the abort.`, {
      otherwise: "starts-after-abort",
    }),
    last ? undefined : noTimerMade(trace, { otherwise: starts }),
    nothingLeft(trace),
  ];
}

function cameTo(trace: Trace, last: Call | undefined): Finding {
  const { at } = abortOf(trace)!;
  const error = madeBy(trace, "signal reason");
  const atOnce = rejected(trace, { at, error, ...(isFalsy(error) && { otherwise: "falsy-is-nothing" }) });
  const ended = last?.end?.at ?? (last ? Number.POSITIVE_INFINITY : -1);
  if (!atOnce || ended < at) return atOnce;
  // It was under way.
  const { settled } = outcomeOf(trace);
  if (!settled && ended === Number.POSITIVE_INFINITY) return undefined;
  if (settled?.at === ended) {
    // What becomes of the last failure is told by who fails without an abort.
    const isLast = last!.index >= inputOf<Retrying>(trace).attempts && last!.how !== "fulfilled";
    const own = passedOn(trace, "operation", { call: last!.index });
    return isLast ? undefined : own && rejected(trace, { at: ended, error });
  }
  const message = `It was aborted at ${at} ms, while an attempt was under way that ended at ${ended} ms: your function ${settledInWords(outcomeOf(trace))}.`;
  return that(false, message);
}
