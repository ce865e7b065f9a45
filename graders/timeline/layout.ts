// The timeline's layout: what a picture of a trace shows, lane by lane, before any cell or pixel.

import type { Call, Outcome, Trace } from "../trace/trace.ts";
import { axisOf } from "./axis.ts";
import { callLanes } from "./calls.ts";
import { loopOf } from "./loop.ts";
import { type Note, notesOn } from "./notes.ts";
import { outcomeLanes, settledTime } from "./outcomes.ts";
import { partToShow } from "./parts.ts";

/** A trace, and under it the one it is compared with, on one axis. All times in virtual ms since the run's start. */
export interface Timeline extends Axis {
  /** Which part of the run it is, if it is only a part. */
  headline?: string;
  charts: Chart[];
}

/** An axis's ends: the same if everything happened in one instant. */
export interface Axis {
  from: number;
  to: number;
}

/** One trace. All texts are safe to draw (see `safe`). */
export interface Chart {
  title: string;
  /** Drawn paler: what could be, not what was. */
  ghost: boolean;
  lanes: (Lane | Gap)[];
  /** When the event loop could run nothing, if ever. */
  loop?: LoopLane;
  outcomes: (OutcomeLane | Gap)[];
  /** When the last outcome had settled; absent while one is pending, or if there was nothing to wait for. */
  settledAt?: number;
  notes: Note[];
}

/** One call, or several that nothing tells apart. */
export interface Lane {
  kind: "call";
  service: string;
  args: string[];
  count: number;
  start: number;
  /** Absent if the call did not end within the run. It may lie beyond the axis. */
  end?: number;
  spans: Span[];
  marks: Mark[];
  /** What is to say of the whole call; may be empty. */
  text: string;
}

/**
 * How a stretch of a call is drawn: by whose time it takes (see `Call.on`), or, whatever it is, `aborted` once its
 * signal has aborted and `unwatched` once everything has settled: then nobody waits for it.
 */
export type Look = Call["on"] | "aborted" | "unwatched";

export interface Span {
  from: number;
  to: number;
  look: Look;
}

/** `instant`: a call that took no time. `open`: it goes on beyond the axis. */
export interface Mark {
  at: number;
  look: "failed" | "aborted" | "instant" | "open";
  /** What happened there, with the exact time where the axis alone would not tell it; may be empty. */
  text: string;
}

export interface LoopLane {
  spans: { from: number; to: number }[];
  text: string;
}

export interface OutcomeLane {
  kind: "outcome";
  label: string;
  state: Outcome["state"];
  start: number;
  /** Absent while pending. */
  at?: number;
  text: string;
  /** The same in fewer words, for where there are many. */
  short?: string;
}

/** Lanes that are not there: left out, or there are none. */
export interface Gap {
  kind: "gap";
  text: string;
}

/**
 * What to draw for `trace`, and under it for `ghost`, a trace of the reference solution in the same scenario. `about`
 * is what the reader is told of it (a check's feedback): of a run of many episodes only the one that it names is drawn,
 * or the first in which the two differ. Never throws on a trace of the right shape; what is drawn is bounded whatever
 * the trace's size.
 */
export function layout(trace: Trace, ghost?: Trace, about = ""): Timeline {
  const part = partToShow(trace, ghost, about);
  const axis = axisOf(part.ghost ? [part.trace, part.ghost] : [part.trace]);
  const charts = [chartOf(part.trace, axis, "your code", false)];
  if (part.ghost) charts.push(chartOf(part.ghost, axis, "as it could be", true));
  const anyCalls = charts.some(({ lanes }) => lanes.length > 0);
  for (const { lanes } of charts)
    if (anyCalls && lanes.length === 0) lanes.push({ kind: "gap", text: "no calls" });
  return { ...axis, ...(part.headline !== undefined && { headline: part.headline }), charts };
}

function chartOf(trace: Trace, axis: Axis, title: string, ghost: boolean): Chart {
  const settledAt = settledTime(trace);
  const loop = loopOf(trace, axis);
  return {
    title,
    ghost,
    lanes: callLanes(trace, axis.to, settledAt),
    ...(loop && { loop }),
    outcomes: outcomeLanes(trace),
    ...(settledAt !== undefined && { settledAt }),
    notes: notesOn(trace),
  };
}
