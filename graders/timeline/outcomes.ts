// The timeline's lanes of outcomes: when what the scenario watches settled, and how.
import { isNode, type Plain } from "../trace/plain.ts";
import type { Outcome, Trace } from "../trace/trace.ts";
import { cutMiddle, max, min, range } from "./gaps.ts";
import type { Gap, OutcomeLane } from "./layout.ts";
import { ms, safe, safeValue } from "./words.ts";

/** The lanes of a trace's outcomes, that of `main` last. At most `MAX_LANES`. */
export function outcomeLanes(trace: Trace): (OutcomeLane | Gap)[] {
  const lanes = outcomesOf(trace);
  return cutMiddle(lanes.length > 1 ? lanes : lanes.map(({ short: _, ...lane }) => lane), outcomesGap);
}

/** A value that was returned at once says nothing about who waits for the calls: it does not count. */
export function settledTime(trace: Trace): number | undefined {
  const outcomes = Object.values(trace.outcomes).filter(({ state }) => state !== "returned");
  if (outcomes.length === 0 || isPending(trace)) return undefined;
  return max(outcomes.map(({ settled }) => settled?.at ?? 0));
}

export function isPending(trace: Trace): boolean {
  return Object.values(trace.outcomes).some(({ state }) => state === "pending");
}

function outcomesOf(trace: Trace): OutcomeLane[] {
  const { main, ...others } = trace.outcomes;
  const lanes = Object.entries(others).map(([label, outcome]) =>
    outcomeLane(safe(label, 60), outcome, trace),
  );
  if (!main) return lanes;
  if (lanes.length === 0) return [outcomeLane("settled", main, trace)];
  // Where a scenario watches others, its own end is often only that of watching, and no promise of the student's.
  if (main.state === "pending" && Object.values(others).some(({ state }) => state === "pending"))
    return lanes;
  if (!endsWatching(main)) return [...lanes, outcomeLane("settled", main, trace)];
  const last = max(Object.values(others).map(({ settled }) => settled?.at ?? 0));
  if (main.state === "returned" || main.settled!.at <= last) return lanes;
  return [...lanes, outcomeLane("whole check", main, trace)];
}

/** Whether main came to nothing, or to what `world.watch` resolves to. */
function endsWatching({ state, value }: Outcome): boolean {
  return (state === "fulfilled" || state === "returned") && (value === undefined || isWatched(value));
}

function isWatched(value: Plain): boolean {
  if (!isNode(value)) return false;
  if (value.t === "array") return value.items.length > 0 && value.items.every(isWatched);
  if (value.t === "object") return value.props.map(([key]) => key).join() === "state,value";
  return value.t === "undefined";
}

function outcomeLane(label: string, outcome: Outcome, trace: Trace): OutcomeLane {
  return {
    kind: "outcome",
    label,
    state: outcome.state,
    start: outcome.start.at,
    ...(outcome.settled && { at: outcome.settled.at }),
    text: outcomeText(outcome, trace),
    ...shortText(outcome),
  };
}

function outcomeText({ state, settled, value }: Outcome, trace: Trace): string {
  const [at, error] = [ms(settled?.at ?? 0), safeValue(value ?? null, 80)];
  switch (state) {
    case "fulfilled":
      return `resolved at ${at}`;
    case "rejected":
      return `rejected at ${at}: ${error}`;
    case "threw":
      return `threw at once: ${error}`;
    case "returned":
      return "returned at once";
    default:
      if (trace.end === "quiet" || trace.end === "never-settles") return "never settles";
      return trace.end === "crashed" ? "not settled" : `not settled by ${ms(trace.endedAt)}`;
  }
}

function shortText({ state, settled, value }: Outcome): { short?: string } {
  if (state !== "rejected" || value === undefined || !isNode(value) || value.t !== "error") return {};
  return { short: `rejected at ${ms(settled?.at ?? 0)}: ${safe(value.name, 40)}` };
}

function outcomesGap(outcomes: OutcomeLane[]): string {
  const settled = outcomes.flatMap(({ at }) => at ?? []);
  const parts = [`… ${outcomes.length} more`];
  if (settled.length) parts.push(`settled ${range(min(settled), max(settled))}`);
  const pending = outcomes.length - settled.length;
  if (pending) parts.push(`${pending} never settled`);
  return parts.join(", ");
}
