// The timeline's lanes of outcomes: when what the scenario watches settled, and how, and whether that is as it should be.
import { isNode, type Plain, refOf } from "../trace/plain.ts";
import type { Outcome, Trace } from "../trace/trace.ts";
import { cutMiddle, max, min, range } from "./gaps.ts";
import type { Axis, Gap, OutcomeLane } from "./layout.ts";
import { sameValue } from "./same.ts";
import { type Tell, toldBeside } from "./values.ts";
import { ms, plainMs, safe } from "./words.ts";

/** What an outcome is told by. `about`: see `layout`. `ghost`: it is the ghost's own. */
export interface Telling {
  tell: Tell;
  axis: Axis;
  about: string;
  ghost: boolean;
}

/** The lanes of a trace's outcomes, that of `main` last. At most `MAX_LANES`. `other`: the trace that it is compared with. */
export function outcomeLanes(
  trace: Trace,
  other: Trace | undefined,
  telling: Telling,
): (OutcomeLane | Gap)[] {
  const lanes = outcomesOf(trace, other, telling);
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

function outcomesOf(trace: Trace, other: Trace | undefined, telling: Telling): OutcomeLane[] {
  const { main, ...others } = trace.outcomes;
  const lane = (label: string, outcome: Outcome, key: string) =>
    outcomeLane(label, outcome, trace, {
      ...telling,
      ...(other && { beside: other.outcomes[key], compared: true }),
    });
  const lanes = Object.entries(others).map(([label, outcome]) => lane(safe(label, 60), outcome, label));
  if (!main) return lanes;
  if (lanes.length === 0) return [lane("settled", main, "main")];
  // Where a scenario watches others, its own end is often only that of watching, and no promise of the student's.
  if (main.state === "pending" && Object.values(others).some(({ state }) => state === "pending"))
    return lanes;
  if (!endsWatching(main)) return [...lanes, lane("settled", main, "main")];
  const last = max(Object.values(others).map(({ settled }) => settled?.at ?? 0));
  if (main.state === "returned" || main.settled!.at <= last) return lanes;
  return [...lanes, lane("whole check", main, "main")];
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

interface Beside extends Telling {
  compared?: boolean;
  beside?: Outcome | undefined;
}

function outcomeLane(label: string, outcome: Outcome, trace: Trace, telling: Beside): OutcomeLane {
  return {
    kind: "outcome",
    label,
    state: outcome.state,
    verdict: verdictOn(outcome, telling),
    start: outcome.start.at,
    ...(outcome.settled && { at: outcome.settled.at }),
    text: outcomeText(outcome, trace, telling),
    ...shortText(outcome),
  };
}

/** A difference in time that is smaller than this part of the axis may be nobody's fault. */
const VISIBLE = 1 / 8;

/** What the reference came to is right. What is not like that is wrong where one sees it, or where the words say so. */
function verdictOn(
  outcome: Outcome,
  { beside, compared, about, axis, ghost }: Beside,
): OutcomeLane["verdict"] {
  if (ghost) return "unknown";
  if (!compared) return about === "" && outcome.state !== "pending" ? "right" : "unknown";
  if (!beside) return "unknown";
  if (outcome.state !== beside.state || !sameValue(outcome.value, beside.value)) return "wrong";
  const [at, due] = [outcome.settled?.at ?? 0, beside.settled?.at ?? 0];
  if (at === due) return "right";
  const told =
    about.includes(`at ${plainMs(at - outcome.start.at)} ms`) || about.includes(`at ${plainMs(at)} ms`);
  return told || Math.abs(at - due) > (axis.to - axis.from) * VISIBLE ? "wrong" : "unknown";
}

function outcomeText(outcome: Outcome, trace: Trace, telling: Beside): string {
  const { state, settled, value = null } = outcome;
  const at = ms(settled?.at ?? 0);
  const told = valueText(outcome, telling);
  switch (state) {
    case "fulfilled":
      return `resolved at ${at}${told && `: ${told}`}`;
    case "rejected":
      return `rejected at ${at}: ${told || telling.tell(value, 80)}`;
    case "threw":
      return `threw at once: ${told || telling.tell(value, 80)}`;
    case "returned":
      return `returned at once${told && `: ${told}`}`;
    default:
      if (trace.end === "quiet" || trace.end === "never-settles") return "never settles";
      return trace.end === "crashed" ? "not settled" : `not settled by ${ms(trace.endedAt)}`;
  }
}

/** The value, where it is another one than that which it is compared with. */
function valueText({ value, state }: Outcome, { beside, tell }: Beside): string {
  if (value === undefined || beside?.value === undefined) return "";
  if (beside.state !== state && !(isError(value) && isError(beside.value))) return "";
  if (!sameValue(value, beside.value)) return toldBeside(value, beside.value, tell, 44);
  // Two errors of one name are free to word their messages.
  return isError(value) && refOf(value) === undefined ? safe((value as { name: string }).name, 40) : "";
}

function isError(value: Plain): boolean {
  return isNode(value) && value.t === "error";
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
