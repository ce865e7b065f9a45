// Jobs that run at once and arrive at times of their own: when, by their input or as it went. Serves 09 (reader.ts) and 10
// (decision.ts), and 16 and 27.

import { type Call, callsOf, type Trace } from "../../trace/trace.ts";
import { counted } from "../counted.ts";
import { that } from "../expectations.ts";
import type { Finding, Mistakes } from "../grader.ts";
import { isFailure, type Job } from "../jobs.ts";

/** `index`: its place in the list, from 0. `at`: virtual ms. */
export interface Arrival {
  index: number;
  at: number;
  failed: boolean;
}

/** The arrivals of jobs that all begin at 0 ms, the first first. */
export function arrivals(jobs: readonly Job[]): Arrival[] {
  return jobs
    .map((job, index) => ({ index, at: job.ends === "throws" ? 0 : job.takes, failed: isFailure(job) }))
    .toSorted((a, b) => a.at - b.at);
}

/** Whether the call ended, and not in answer to an abort. */
export function endedByItself({ end, signal }: Call): boolean {
  return end !== undefined && !(signal?.aborted && signal.aborted.seq < end.seq);
}

/** The arrivals as they went: the ends of a service's calls, each of which has its number (from 1) as its first argument. */
export const arrivalsOf = (trace: Trace, service: string): Arrival[] =>
  inOrder(trace, service, endedByItself);
/** The same, with those that answered an abort. */
export const endsOf = (trace: Trace, service: string): Arrival[] =>
  inOrder(trace, service, ({ end }) => end !== undefined);

function inOrder(trace: Trace, service: string, such: (call: Call) => boolean): Arrival[] {
  return callsOf(trace, service)
    .filter(such)
    .toSorted((a, b) => a.end!.seq - b.end!.seq)
    .map(({ args, end, how }) => ({ index: Number(args[0]) - 1, at: end!.at, failed: how !== "fulfilled" }));
}

/** In the order of the list. */
export const byPlace = (all: readonly Arrival[]) => all.toSorted((a, b) => a.index - b.index);
/** When the last of them arrives (virtual ms). */
export const lastOf = (all: readonly Arrival[]) => Math.max(0, ...all.map(({ at }) => at));

/** A check's `mistakes` by such rules: one is named where it explains the trace, and none before it does. */
export function mistakesBy<Rules>(
  wrong: Record<string, Rules[]>,
  explains: (trace: Trace, rules: Rules) => boolean,
): Mistakes {
  const shown = ([id, sets]: [string, Rules[]]): [string, Mistakes[string]] => [
    id,
    (trace) => sets.some((rules) => explains(trace, rules)),
  ];
  return Object.fromEntries(Object.entries(wrong).map(shown));
}

/** Who waits for so many things needs no more timers than that, and none that goes on and on. */
export function doesNotPoll({ timersMade, endedAt }: Trace, things: number): Finding {
  const again = timersMade.some(({ kind, ms, madeAt }) => kind === "interval" && 2 * ms < endedAt - madeAt);
  const many = `${counted(timersMade.length, "timer")} for ${counted(things, "promise")}`;
  const message = `It made ${again ? "a timer that goes on and on" : many}: it looks again and again.`;
  return that(timersMade.length <= things && !again, message, { otherwise: "busy-wait" });
}
