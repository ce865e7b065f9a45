// Work that goes on by itself, and those who wait until nothing is left of it: how much there is when, and when the waiting is over,
// by the right rules and by others. Serves 22 and 35 (background tasks, and a shutdown that waits for all); `askAt` also 14.

import { show } from "../../trace/plain.ts";
import { notesOf, type Outcome, type Trace } from "../../trace/trace.ts";
import type { World } from "../../world/world.ts";
import { fulfilled, that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import { failing, returning } from "../jobs.ts";
import { courseOf, type Rules } from "./group.ts";
import { inTime } from "./members.ts";

/** A piece of work, in virtual ms. `ends`: Infinity if it never did. */
export interface Span {
  starts: number;
  ends: number;
  failed: boolean;
}

/** How much is under way at a time (virtual ms) at which nothing begins or ends. */
export function pendingAt(spans: readonly Span[], at: number): number {
  return spans.filter(({ starts, ends }) => starts <= at && at < ends).length;
}

/**
 * When all has ended for who asks at this time (virtual ms): what begins meanwhile is waited for, too. It is a group whose body
 * ends when somebody asks, and which no failure aborts. Infinity: never.
 */
export function drainedAt(spans: readonly Span[], asked: number, rules: Partial<Rules> = {}): number {
  const tasks = spans
    .filter(({ ends }) => ends > asked)
    .map(({ starts, ends, failed }) => ({ ...(failed ? failing : returning)(ends - starts), at: starts }));
  // Times are whole: who asks does so after what else happens in that ms.
  const { results } = courseOf({ body: returning(asked + 0.5), tasks }, { aborts: false, ...rules });
  return Math.floor(results[0]?.at ?? Infinity);
}

/** Misconception id -> by what rules it waits. */
export const WRONG: Record<string, Partial<Rules>> = {
  "leaves-before-tasks-end": { until: "body" },
  "drain-misses-late": { until: "all of then" },
  "drain-ends-at-a-failure": { until: "abort", aborts: true },
};

/** Asks at these times (virtual ms from now), watched as `NAME 1` and so on. */
export function askAt(world: World, times: readonly number[] = [], name: string, ask: () => unknown): void {
  for (const [index, ms] of times.entries())
    inTime(world, ms, () => void world.watch(`${name} ${index + 1}`, ask));
}

/** The promises of those that asked, watched as `NAME 1` and so on. */
const askers = ({ outcomes }: Trace, name: string) =>
  Object.values(outcomes).filter(({ label }) => label.startsWith(`${name} `));

/** Each that asked had its promise resolve when all of this work had ended, whatever is wrong with that; `why`: if that is known. */
export function allDrained(trace: Trace, name: string, spans: readonly Span[], why?: string): Finding[] {
  const all = askers(trace, name).map((outcome) => ({ outcome, right: drainedAt(spans, outcome.start.at) }));
  const answered = all
    .filter(({ outcome, right }) => outcome.settled?.at === right)
    .map(({ outcome }) => outcome);
  return all.map(({ outcome, right }) => {
    const { label, state, settled } = outcome;
    const others = answered.some(({ start }) => state === "pending" || start.seq < outcome.start.seq);
    const late = (settled?.at ?? 0) > right;
    const early = () => (limited(trace, outcome, spans) ? "gives-up" : misread(outcome, spans, others));
    const otherwise = why ?? (late ? byTimer(trace, outcome, right) : early());
    if (right === Infinity)
      return that(state === "pending", `${label} was over, and some of the work had not ended.`, {
        otherwise,
      });
    return fulfilled(trace, { label, at: right, otherwise });
  });
}

/** It was over (virtual ms), and then a timer of its own was waited for. */
const byTimer = ({ timersMade }: Trace, { settled }: Outcome, over: number) =>
  timersMade.some(({ madeAt, dueAt }) => madeAt === over && dueAt === settled?.at)
    ? "timer-after-the-end"
    : undefined;

/** Whether it was over when a timer of its own was due, while work went on of which none ended then. */
const limited = ({ timersMade }: Trace, { start, settled }: Outcome, spans: readonly Span[]) =>
  timersMade.some(({ madeAt, dueAt }) => madeAt === start.at && dueAt > madeAt && dueAt === settled?.at) &&
  spans.every(({ ends }) => ends !== settled?.at);

/** `others`: others that asked were answered in time: if it never came, any; if it came too early, those before it. */
function misread(
  { start, state, settled }: Outcome,
  spans: readonly Span[],
  others: boolean,
): string | undefined {
  if (state === "rejected") return "drain-rejects";
  if (state === "pending" && pendingAt(spans, start.at) === 0) return "drain-hangs-when-idle";
  if (others) return "one-drain-only";
  if (!settled) return undefined;
  const by = (rules: Partial<Rules>) => drainedAt(spans, start.at, rules) === settled.at;
  const left = (span: Span) => span.starts <= start.at && span.ends > settled.at;
  const known = Object.keys(WRONG).find((id) => by(WRONG[id]!));
  return known ?? (spans.some(left) ? "leaves-before-tasks-end" : "drain-misses-late");
}

/** Nobody that asked went on before something was noted that belongs to the ms in which it did. */
export function drainedAfter(trace: Trace, name: string, note: string): Finding {
  const early = askers(trace, name).find(({ settled }) =>
    notesOf(trace, note).some(({ at, seq }) => settled && at === settled.at && seq > settled.seq),
  );
  const message = `${early?.label} resolved before \`${note}\` was called, in the same ms.`;
  return that(!early, message, { otherwise: "reported-late" });
}

/** Each number noted under `name` is how much of this work was under way. */
export function allCounted(trace: Trace, name: string, spans: readonly Span[]): Finding[] {
  return notesOf(trace, name).map(({ at, value }) => {
    const right = pendingAt(spans, at);
    return that(value === right, `\`${name}\` was ${show(value)} at ${at} ms; expected ${right}.`);
  });
}
