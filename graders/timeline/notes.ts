// The lines under a timeline: what no lane can show, such as what was left behind and errors that nobody handled.

import type { LeftTimer, Stray, Trace } from "../trace/trace.ts";
import { ms, plainMs, safeValue } from "./words.ts";

/** `warning`: something that should not be. `info`: a fact. */
export interface Note {
  look: "warning" | "info";
  text: string;
}

/** How many errors that nobody handled are told one by one. */
const MAX_STRAYS = 3;

/** What there is to tell about a trace, in few lines whatever its size. */
export function notesOn(trace: Trace): Note[] {
  return [
    ...lateBeats(trace),
    ...strays(trace.floating),
    ...(trace.uncaught ? [uncaught(trace.uncaught)] : []),
    ...timersLeft(trace),
    ...listenersLeft(trace),
    ...stopped(trace),
  ];
}

// No warning: a beat that is a little late may be as it should be, and the picture cannot know.
function lateBeats(trace: Trace): Note[] {
  const late = trace.beats.filter((beat) => beat.at > beat.due);
  if (late.length === 0) return [];
  const worst = late.reduce((a, b) => (b.at - b.due > a.at - a.due ? b : a));
  const times = `due at ${ms(worst.due)}, came at ${ms(worst.at)}`;
  const text =
    late.length === 1 ? `1 heartbeat late: ${times}` : `${late.length} heartbeats late, the worst: ${times}`;
  return [{ look: "info", text }];
}

function strays(floating: Stray[]): Note[] {
  const told = floating.slice(0, MAX_STRAYS).map(({ at, reason }): Note => {
    return { look: "warning", text: `rejection that nobody handled at ${ms(at)}: ${safeValue(reason, 60)}` };
  });
  const more = floating.length - told.length;
  const word = more === 1 ? "rejection" : "rejections";
  if (more > 0) told.push({ look: "warning", text: `${more} more ${word} that nobody handled` });
  return told;
}

function uncaught({ at, reason }: Stray): Note {
  return {
    look: "warning",
    text: `thrown where nobody could catch it at ${ms(at)}: ${safeValue(reason, 60)}`,
  };
}

/** That of `AbortSignal.timeout` is not told: nobody can clear it, and Node lets go of it. */
function timersLeft(trace: Trace): Note[] {
  const timers = (trace.left?.timers ?? []).filter(({ kind }) => kind !== "AbortSignal.timeout");
  if (timers.length === 0) return [];
  const name = (timer: LeftTimer) => (timer.kind === "timeout" ? "timer" : timer.kind);
  if (timers.length === 1) {
    return [{ look: "warning", text: `${name(timers[0]!)} left behind, due at ${ms(timers[0]!.dueAt)}` }];
  }
  const due = timers.map(({ dueAt }) => dueAt).sort((a, b) => a - b);
  const [first, last] = [due[0]!, due.at(-1)!];
  const when = first === last ? `due at ${ms(first)}` : `due from ${plainMs(first)} to ${ms(last)}`;
  return [{ look: "warning", text: `${timers.length} timers left behind, ${when}` }];
}

function listenersLeft(trace: Trace): Note[] {
  const count = Object.values(trace.left?.listeners ?? {}).reduce((sum, number) => sum + number, 0);
  if (count === 0) return [];
  return [{ look: "warning", text: `${count} abort ${count === 1 ? "listener" : "listeners"} left behind` }];
}

function stopped({ end, endedAt }: Trace): Note[] {
  const why = {
    "virtual-time-limit": "it had run long enough",
    "step-limit": "too many timers had fired",
    "output-limit": "it had written or called too much",
  }[end as string];
  return why ? [{ look: "warning", text: `the run was stopped at ${ms(endedAt)}: ${why}` }] : [];
}
