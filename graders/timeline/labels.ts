// What a timeline's drawings have in common: the labels of lanes, and what a legend has to explain.
import type { Lane, Look, OutcomeLane, Timeline } from "./layout.ts";
import { callLabel, cut } from "./words.ts";

/** The label of the event loop's lane. */
export const LOOP_LABEL = "event loop";

const LEGEND: [Look | "instant", string][] = [
  ["loop", "blocks the event loop"],
  ["thread", "on a thread"],
  ["aborted", "goes on after its abort"],
  ["unwatched", "nobody waits for it any more"],
  ["instant", "takes no time"],
];

/** A lane's label, in at most `limit` characters. */
export function labelOf(lane: Lane | OutcomeLane, limit: number): string {
  if (lane.kind === "outcome") return cut(lane.label, limit);
  const times = lane.count > 1 ? ` ×${lane.count}` : "";
  return callLabel(lane.service, lane.args, limit - times.length) + times;
}

/** The length of the longest label. */
export function longestLabel({ charts }: Timeline): number {
  const lengths = charts.flatMap(({ lanes, loop, outcomes }) => [
    ...[...lanes, ...outcomes].map((lane) => (lane.kind === "gap" ? 0 : labelOf(lane, 60).length)),
    loop ? LOOP_LABEL.length : 0,
  ]);
  return Math.max(0, ...lengths);
}

/** What a picture shows that does not explain itself, with its explanation. */
export function legendOf({ charts }: Timeline): [Look | "instant", string][] {
  const lanes = charts.flatMap((chart) => chart.lanes).filter((lane) => lane.kind === "call");
  const marks = lanes.flatMap((lane) => lane.marks).filter(({ look }) => look === "instant");
  const used = new Set<string>([...lanes.flatMap(({ spans }) => spans), ...marks].map(({ look }) => look));
  return LEGEND.filter(([look]) => used.has(look));
}
