// Starts of which a stretch of time holds so many at most, each as early as that allows: as they went. A line (line.ts) whose places
// come back some time after they were taken: serves 29, and what is wrong there is told by such lines, too (starts-mistakes.ts).
import type { LeftTimer, Trace } from "../../trace/trace.ts";
import { counted } from "../counted.ts";
import { that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import { inWords as jobsInWords } from "../jobs.ts";
import type { Caller } from "./callers.ts";
import { callersSeen, type Seen, startOf } from "./first-come.ts";
import { type Crowd, crowd } from "./line.ts";

/**
 * Visits are calls, and places the limit: a start takes a place, for `perMs` virtual ms. `alike`: all calls are of one function;
 * `split`: every other one is made of a second limiter, with the same options.
 */
export type Load = Crowd & { visits: Caller[]; perMs: number; alike?: boolean; split?: boolean };
export const per = (perMs: number, limit: number, ...calls: (number | Caller)[]): Load => ({
  ...crowd(limit, ...calls),
  perMs,
});
/** `With 2 starts per 1000 ms, and tasks of 300 ms, 100 ms (400 ms later)`. */
export function inWords({ perMs, places, visits }: Load): string {
  const one = (call: Caller) =>
    [
      jobsInWords([call]),
      call.follows !== undefined && `(called in the turn in which call ${call.follows + 1} settles)`,
      call.inside !== undefined && `(called by task ${call.inside + 1})`,
    ]
      .filter(Boolean)
      .join(" ");
  return `With ${counted(places, "start")} per ${perMs} ms, and tasks of ${visits.map(one).join(", ")}`;
}

export const seenIn = (trace: Trace, { visits }: Load): Seen[] => callersSeen(trace, "task", visits.length);
const startsIn = ({ calls }: Trace) => calls.map(({ start }) => start.at);
/** How many starts the stretch holds that ends with this ms. */
export const heldAt = (trace: Trace, ms: number, { perMs }: Load) =>
  startsIn(trace).filter((at) => at > ms - perMs && at <= ms).length;

export function withinLimit(trace: Trace, load: Load): Finding {
  const at = startsIn(trace).find((ms) => heldAt(trace, ms, load) > load.places);
  const message = `in the ${load.perMs} ms up to ${at} ms ${at !== undefined && heldAt(trace, at, load)} tasks started; at most ${load.places} may.`;
  return that(at === undefined, message);
}

/** When first there was room for one that waited still, by the starts as they were (virtual ms); undefined: never. */
export function couldStart(trace: Trace, one: Seen, load: Load): number | undefined {
  const moments = [one.asks.at, ...startsIn(trace).map((at) => at + load.perMs)];
  const could = moments.filter(
    (ms) => ms >= one.asks.at && ms < startOf(one) && heldAt(trace, ms, load) < load.places,
  );
  return could.length > 0 ? Math.min(...could) : undefined;
}

/** Nobody waits at the end of a millisecond that has room. */
export function asEarly(trace: Trace, load: Load): Finding {
  for (const one of seenIn(trace, load)) {
    const could = couldStart(trace, one, load);
    const did = one.starts ? `started at ${one.starts.at} ms` : "never started";
    const message = `the task of ${one.label} ${did}; it could have at ${could} ms.`;
    if (could !== undefined) return { message };
  }
  return undefined;
}

/** There is no timer at the end of a millisecond in which nobody waits. */
export function noTimerIdle(trace: Trace, load: Load): Finding {
  const waits = (ms: number) => seenIn(trace, load).some((one) => one.asks.at <= ms && startOf(one) > ms);
  // An interval that ends in its own callback is not said to be cleared: it is not there in the end.
  const stays = (timer: LeftTimer) =>
    timer.kind === "interval" &&
    trace.left?.timers.some(
      ({ madeAt, ms, kind }) => kind === timer.kind && madeAt === timer.madeAt && ms === timer.ms,
    );
  const gone = (timer: LeftTimer) =>
    timer.cleared ?? (stays(timer) ? Number.POSITIVE_INFINITY : (timer.fired?.at(-1) ?? timer.dueAt));
  for (const timer of trace.timersMade) {
    if (timer.kind === "AbortSignal.timeout") continue;
    const moments = [timer.madeAt, ...startsIn(trace)].filter((ms) => ms >= timer.madeAt && ms < gone(timer));
    const idle = moments.find((ms) => !waits(ms));
    const message = `at ${idle} ms nobody waited, and there was a timer of ${timer.ms} ms, made at ${timer.madeAt} ms.`;
    if (idle !== undefined) return that(false, message, { otherwise: "timer-leak" });
  }
  return undefined;
}

/** No call that was made waits for ever. */
export const nobodyForgotten = (trace: Trace, load: Load): Finding[] =>
  seenIn(trace, load).map(({ label, starts }) =>
    that(starts !== undefined, `the task of ${label} never started.`),
  );
