// After an end has been asked for all who asked are told when the last has ended. Serves 14 and 35 (`shutdown`).

import { callsOf, outcomeOf, type Trace } from "../../trace/trace.ts";
import { fulfilled } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import * as gathered from "../mistakes/gathered.ts";

/**
 * `NAME 1` and so on, so many, each resolved when the last of the service's calls (of all calls, without one) had ended; at once if
 * that was over. `slack`: or so many virtual ms later.
 */
export function toldWhenOver(
  trace: Trace,
  name: string,
  count: number,
  service?: string,
  slack = 0,
): Finding[] {
  return Array.from({ length: count }, (_, index) => told(trace, `${name} ${index + 1}`, service, slack));
}

function told(trace: Trace, label: string, service: string | undefined, slack: number): Finding {
  const { start, state, settled } = outcomeOf(trace, label);
  const at = Math.max(start.at, ...callsOf(trace, service).map(({ end }) => end?.at ?? Infinity));
  const why = () => {
    if (state === "pending") return "shutdown-hangs";
    const failed = callsOf(trace, service).some(({ how }) => how === "rejected" || how === "threw");
    const again = !failed && !label.endsWith(" 1");
    if (state === "rejected") return again ? "second-close-throws" : "shutdown-rejects";
    if (settled!.at < at) return "leaves-before-tasks-end";
    return gathered.polled(trace) ? "busy-wait" : undefined;
  };
  const due = Array.from({ length: slack + 1 }, (_, late) => at + late);
  return fulfilled(trace, { label, at: due, otherwise: why() });
}
