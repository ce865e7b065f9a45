// Calls whose work is to begin in the order of the calls: when each did, as it went. Serves whom callers.ts serves, first of all 29.
import { equal } from "../../trace/plain.ts";
import { callsOf, type Moment, outcomeOf, type Trace } from "../../trace/trace.ts";
import { that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import { labelOf } from "./callers.ts";

/** A call that was made, and the service's call with its number, from 1: its work. */
export interface Seen {
  label: string;
  asks: Moment;
  starts?: Moment;
}

/** The calls that were made, of so many, in their order. */
export function callersSeen(trace: Trace, service: string, count: number): Seen[] {
  const seen = Array.from({ length: count }, (_, index): Seen => {
    const starts = callsOf(trace, service).find(({ args }) => equal(args[0] ?? null, index + 1))?.start;
    const label = labelOf(index);
    return { label, asks: outcomeOf(trace, label).start, ...(starts && { starts }) };
  });
  return seen.filter(({ label }) => trace.outcomes[label]).toSorted((a, b) => a.asks.seq - b.asks.seq);
}

/** Virtual ms; Infinity: never. */
export const startOf = ({ starts }: Seen): number => starts?.at ?? Number.POSITIVE_INFINITY;

/**
 * Of the work that began, what was called for first began first. In one virtual ms those that were called for in one ms, too, keep
 * their order, and the others have none.
 */
export function firstCome(trace: Trace, service: string, count: number): Finding {
  const all = callersSeen(trace, service, count).filter(({ starts }) => starts);
  for (const [index, one] of all.entries()) {
    const [asks, starts] = [one.asks, one.starts!];
    const overtaken = all.slice(0, index).find((other) => {
      const together = startOf(other) === starts.at && other.asks.at === asks.at;
      return startOf(other) > starts.at || (together && other.starts!.seq > starts.seq);
    });
    if (!overtaken) continue;
    const message = `the \`${service}\` of ${one.label} began at ${starts.at} ms, before that of ${overtaken.label}, which had called first.`;
    return that(false, message, { otherwise: asks.at === starts.at ? "barging" : "last-in-first-out" });
  }
  return undefined;
}
