// What a timeline's drawings have in common: the labels of lanes, and what a legend has to explain.
import type { Lane, Look, Mark, OutcomeLane, Timeline, Track } from "./layout.ts";
import { callLabel, cut } from "./words.ts";

/** The label of the event loop's lane. */
export const LOOP_LABEL = "event loop";

export type Labelled = Lane | Track | OutcomeLane;

const LEGEND: [Look | Mark["look"], string][] = [
  ["loop", "blocks the event loop"],
  ["thread", "on a thread"],
  ["task", "an async function"],
  ["aborted", "goes on after its abort"],
  ["unwatched", "nobody waits for it any more"],
  ["instant", "takes no time"],
  ["fired", "a timer fires"],
  ["cleared", "a timer is cleared"],
  ["due", "a heartbeat is due"],
  ["beat", "it comes"],
  ["stray", "nobody handled it"],
];

/** A lane's label, in at most `limit` characters. */
export function labelOf(lane: Labelled, limit: number): string {
  const times = "count" in lane && lane.count > 1 ? ` ×${lane.count}` : "";
  if (lane.kind !== "call") return cut(lane.label, limit - times.length) + times;
  // A name of several words is no function: a worker's.
  if (lane.service.includes(" ") && lane.args.length === 0)
    return cut(lane.service, limit - times.length) + times;
  return callLabel(lane.service, lane.args, limit - times.length) + times;
}

const WHOLE = 400;
/** How much of a label stays in front of what is left out, at least; a function's name if there is room. */
const HEAD = 5;

/** The labels of all lanes, in at most `limit` characters each: cut where they are alike, not where they differ. */
export function labelsIn(timeline: Timeline, limit: number): (lane: Labelled) => string {
  const wholes = [...new Set(lanesOf(timeline).map((lane) => labelOf(lane, WHOLE)))];
  const short = new Map(lanesOf(timeline).map((lane) => [labelOf(lane, WHOLE), labelOf(lane, limit)]));
  for (const [text, alike] of Map.groupBy(wholes, (whole) => short.get(whole)!)) {
    if (alike.length === 1) continue;
    const same = sharedBeginning(alike);
    for (const whole of alike) short.set(whole, same > HEAD + 2 ? withoutMiddle(whole, same, limit) : text);
  }
  return (lane) => short.get(labelOf(lane, WHOLE)) ?? labelOf(lane, limit);
}

function withoutMiddle(text: string, same: number, limit: number): string {
  const head = Math.max(HEAD, Math.min(text.indexOf("(") + 1, Math.floor(limit / 2)));
  const rest = limit - head - 1;
  const from = Math.max(head + 1, Math.min(same - 2, text.length - rest));
  return `${text.slice(0, head).trimEnd()}…${cut(text.slice(from), rest)}`;
}

function sharedBeginning([first = "", ...others]: string[]): number {
  let length = 0;
  while (length < first.length && others.every((other) => other[length] === first[length])) length++;
  return length;
}

/** The length of the longest label. */
export function longestLabel(timeline: Timeline): number {
  return Math.max(0, ...lanesOf(timeline).map((lane) => labelOf(lane, 60).length));
}

function lanesOf({ charts }: Timeline): Labelled[] {
  const all = charts.flatMap(({ lanes, tasks = [], tracks, outcomes }) => [
    ...lanes,
    ...tasks,
    ...tracks,
    ...outcomes,
  ]);
  return all.filter((lane) => lane.kind !== "gap");
}

/** What a picture shows that does not explain itself, with its explanation. */
export function legendOf({ charts }: Timeline): [Look | Mark["look"], string][] {
  const all = charts
    .flatMap(({ lanes, tasks = [], tracks }) => [...lanes, ...tasks, ...tracks])
    .filter((lane) => lane.kind !== "gap");
  const used = new Set<string>(
    all.flatMap(({ spans, marks }) => [...spans, ...marks]).map(({ look }) => look),
  );
  // A beat that came when it was due says so itself.
  if (!used.has("due")) used.delete("beat");
  // Of a call, `aborted` is a mark that says so: here it is the stretch that goes on.
  if (!all.some(({ spans }) => spans.some(({ look }) => look === "aborted"))) used.delete("aborted");
  return LEGEND.filter(([look]) => used.has(look));
}
