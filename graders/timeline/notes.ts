// The lines under a timeline: what no lane can show.

import type { Trace } from "../trace/trace.ts";
import { ms } from "./words.ts";

/** Something that should not be. */
export interface Note {
  text: string;
}

/** What there is to tell about a trace, in few lines whatever its size. */
export function notesOn(trace: Trace): Note[] {
  return [...listenersLeft(trace), ...stopped(trace)];
}

function listenersLeft(trace: Trace): Note[] {
  const count = Object.values(trace.left?.listeners ?? {}).reduce((sum, number) => sum + number, 0);
  if (count === 0) return [];
  return [{ text: `${count} abort ${count === 1 ? "listener" : "listeners"} left behind` }];
}

function stopped({ end, endedAt }: Trace): Note[] {
  const why = {
    "virtual-time-limit": "it had run long enough",
    "step-limit": "too many timers had fired",
    "output-limit": "it had written or called too much",
  }[end as string];
  return why ? [{ text: `the run was stopped at ${ms(endedAt)}: ${why}` }] : [];
}
