// The timeline's lanes of calls: what is drawn of each, and which share a lane or are left out.
import { isNode, type Plain } from "../trace/plain.ts";
import type { Call, Trace } from "../trace/trace.ts";
import { cutMiddle, MAX_LANES, max, min, range, sum } from "./gaps.ts";
import type { Gap, Lane, Mark, Span } from "./layout.ts";
import type { Tell } from "./values.ts";
import { ms, safe } from "./words.ts";

/** The lanes of all calls of a trace, on an axis that ends at `to`; `settledAt`: see `Chart`. At most `MAX_LANES`. */
export function callLanes(
  trace: Trace,
  to: number,
  settledAt: number | undefined,
  tell: Tell,
): (Lane | Gap)[] {
  const onThreads = threadsOf(trace);
  const lanes = trace.calls
    .filter((call) => !onThreads.shown.has(call.id))
    .map((call): Lane => {
      return {
        kind: "call",
        service: safe(call.service, 60),
        args: argsOf(call.args, tell),
        count: 1,
        start: call.start.at,
        ...(call.end && { end: call.end.at }),
        spans: spansOf(call, to, settledAt ?? Infinity),
        marks: marksOf(call, trace, to, tell),
        text: onThreads.nameOf(call),
      };
    });
  return cutMiddle(grouped(lanes), callsGap);
}

/**
 * On which worker or thread a call is: `nameOf`, empty if on none, or if there is one only. A worker's own call (`shown`)
 * needs no lane beside that of what it runs.
 */
function threadsOf({ calls }: Trace): { shown: Set<string>; nameOf: (call: Call) => string } {
  const byId = new Map(calls.map((call) => [call.id, call]));
  const shown = new Set(calls.flatMap(({ within }) => within ?? []));
  const many = new Set(calls.flatMap(({ service, thread = 1 }) => (thread > 1 ? [service] : [])));
  const threadOf = ({ service, thread }: Call) =>
    thread !== undefined && many.has(service) ? `thread ${thread}` : "";
  const nameOf = (call: Call) => {
    const holder = call.within === undefined ? undefined : byId.get(call.within);
    return holder ? `on ${threadOf(holder) || safe(holder.service, 30)}` : threadOf(call);
  };
  return { shown, nameOf };
}

function argsOf(args: Plain[], tell: Tell): string[] {
  const shown = args.slice(0, 6).map((arg) => (isSignal(arg) ? "signal" : tell(arg, 60)));
  return args.length > 6 ? [...shown, "…"] : shown;
}

function isSignal(value: Plain): boolean {
  return isNode(value) && value.t === "signal";
}

function spansOf(call: Call, to: number, settledAt: number): Span[] {
  const [start, end] = [call.start.at, Math.min(call.end?.at ?? to, to)];
  const abortAt = abortTime(call) ?? Infinity;
  const cuts = [start, abortAt, settledAt].filter((at) => at >= start && at < end).sort((a, b) => a - b);
  return [...new Set(cuts)].map((from, index, all) => {
    const later = from >= settledAt ? "unwatched" : from >= abortAt ? "aborted" : call.on;
    // What blocks the loop blocks it whoever waits.
    return { from, to: all[index + 1] ?? end, look: call.on === "loop" ? "loop" : later };
  });
}

function marksOf(call: Call, trace: Trace, to: number, tell: Tell): Mark[] {
  const { start, end, value } = call;
  const marks: Mark[] = [];
  const abortAt = abortTime(call);
  if (abortAt !== undefined && abortAt <= to) {
    const already = call.signal!.aborted!.seq < start.seq;
    marks.push({
      at: abortAt,
      look: "aborted",
      text: already ? "aborted already" : `aborted at ${ms(abortAt)}`,
    });
  }
  const error = failed(call) && !abortIsItsEnd(call) ? tell(value ?? null, 60) : "";
  if (!end || end.at > to) marks.push({ at: to, look: "open", text: beyond(call, trace, error) });
  else if (error) marks.push({ at: end.at, look: "failed", text: error });
  else if (end.at === start.at && marks.length === 0) marks.push({ at: end.at, look: "instant", text: "" });
  const later = lateAbort(call, trace);
  if (later !== undefined && later <= to)
    marks.push({ at: later, look: "aborted", text: `aborted at ${ms(later)}, after its end` });
  return marks;
}

/** When its signal aborted after its success, by whoever did that; that of `AbortSignal.timeout` does so by itself. */
export function lateAbort({ end, how, signal }: Call, { timersMade }: Trace): number | undefined {
  const aborted = signal?.aborted;
  if (!aborted || !end || how !== "fulfilled" || aborted.seq <= end.seq) return undefined;
  const byItself = timersMade.some(
    ({ kind, dueAt }) => kind === "AbortSignal.timeout" && dueAt === aborted.at,
  );
  return byItself ? undefined : aborted.at;
}

function beyond({ end }: Call, trace: Trace, error: string): string {
  if (end) return error ? `fails at ${ms(end.at)}: ${error}` : `ends at ${ms(end.at)}`;
  return trace.end === "quiet" || trace.end === "never-settles" ? "never ends" : "still running";
}

/** When a call's signal aborted, if that was before the call's end. */
export function abortTime(call: Call): number | undefined {
  const aborted = call.signal?.aborted;
  if (!aborted || (call.end && aborted.seq > call.end.seq)) return undefined;
  return Math.max(aborted.at, call.start.at);
}

function failed(call: Call): boolean {
  return call.how === "rejected" || call.how === "threw";
}

/** A call that rejects in the instant of its abort obeys: that is no failure. */
function abortIsItsEnd(call: Call): boolean {
  return call.how === "rejected" && abortTime(call) === call.end?.at;
}

/** Up to the limit each call has its lane; beyond it, neighbours that nothing tells apart share one. */
function grouped(lanes: Lane[]): Lane[] {
  if (lanes.length <= MAX_LANES) return lanes;
  const groups: Lane[] = [];
  let last = "";
  for (const lane of lanes) {
    const key = JSON.stringify(lane);
    if (key === last) groups.at(-1)!.count++;
    else groups.push({ ...lane });
    last = key;
  }
  return groups;
}

function callsGap(lanes: Lane[]): string {
  const count = sum(lanes.map((lane) => lane.count));
  const from = min(lanes.map(({ start }) => start));
  const open = lanes.some(({ end }) => end === undefined);
  const to = max(lanes.map(({ end, start }) => end ?? start));
  const parts = [
    `… ${count} more ${count === 1 ? "call" : "calls"}`,
    open ? `${ms(from)} and on` : range(from, to),
  ];
  for (const look of ["failed", "aborted"] as const) {
    const such = lanes.filter(({ marks }) => marks.some((mark) => mark.look === look));
    if (such.length) parts.push(`${sum(such.map((lane) => lane.count))} ${look}`);
  }
  return parts.join(", ");
}
