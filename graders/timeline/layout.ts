// The timeline's layout: what a picture of a trace shows, lane by lane, before any cell or pixel.

import type { Call, Outcome, Trace } from "../trace/trace.ts";
import { axisOf } from "./axis.ts";
import { callLanes } from "./calls.ts";
import { eventTracks } from "./events.ts";
import { beatTracks, loopTracks } from "./loop.ts";
import { type Note, notesOn } from "./notes.ts";
import { outcomeLanes, settledTime } from "./outcomes.ts";
import { partToShow } from "./parts.ts";
import { timerTracks } from "./timers.ts";
import { tellingOf } from "./values.ts";

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
  /** Async functions that were called; only of a run that was watched closely. */
  tasks?: (Track | Gap)[];
  /** What else happened: timers, signals, what was given out, heartbeats, and when the event loop could run nothing. */
  tracks: (Track | Gap)[];
  outcomes: (OutcomeLane | Gap)[];
  /** When the last outcome had settled; absent while one is pending, or if there was nothing to wait for. */
  settledAt?: number;
  notes: Note[];
}

/** What is drawn along the axis. */
interface Drawn {
  spans: Span[];
  marks: Mark[];
  /** What is to say of the whole; may be empty. */
  text: string;
}

/** One call, or several that nothing tells apart. */
export interface Lane extends Drawn {
  kind: "call";
  service: string;
  args: string[];
  count: number;
  start: number;
  /** Absent if the call did not end within the run. It may lie beyond the axis. */
  end?: number;
}

/** Something else that has times: a timer, a heartbeat, the event loop. */
export interface Track extends Drawn {
  kind: "track";
  label: string;
  count: number;
}

/**
 * How a stretch is drawn. Of a call: by whose time it takes (see `Call.on`), or, whatever it is, `aborted` once its
 * signal has aborted and `unwatched` once everything has settled: then nobody waits for it. `timer`: one is set; `left`:
 * it still is when everything has settled. `late`: a heartbeat was due, and could not come. `task`: an async function that
 * was called has not ended yet.
 */
export type Look = Call["on"] | "aborted" | "unwatched" | "timer" | "left" | "late" | "task";

export interface Span {
  from: number;
  to: number;
  look: Look;
}

/**
 * Of a call: `failed`, `aborted`, `instant` (it took no time), `open` (it goes on beyond the axis). Of a timer: `made`,
 * `fired`, `cleared`. Of a heartbeat: `due`, where it came late, and `beat`. `given`: a value came out. `stray`: an error
 * that nobody handled.
 */
export interface Mark {
  at: number;
  look:
    | "failed"
    | "aborted"
    | "instant"
    | "open"
    | "made"
    | "fired"
    | "cleared"
    | "due"
    | "beat"
    | "given"
    | "stray";
  /** What happened there, with the exact time where the axis alone would not tell it; may be empty. */
  text: string;
  /** The text is left out where there is no room beside the mark. */
  spare?: true;
}

export interface OutcomeLane {
  kind: "outcome";
  label: string;
  state: Outcome["state"];
  /** Whether that is as it should be; `unknown` where nothing tells. */
  verdict: "right" | "wrong" | "unknown";
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
 * What to draw for `trace`, and under it for `ghost`, a trace of the reference solution in the same scenario, unless the
 * two would be one and the same picture. `about` is what the reader is told of it (a check's feedback; nothing if all was
 * well): of a run of several parts only the one that it is about is drawn. Never throws on a trace of the right shape; what
 * is drawn is bounded whatever the trace's size.
 */
export function layout(trace: Trace, ghost?: Trace, about = ""): Timeline {
  const part = partToShow(trace, ghost, about);
  const { instant: _, ...axis } = axisOf(part.ghost ? [part.trace, part.ghost] : [part.trace]);
  const charts = [chartOf(part.trace, part.ghost, { axis, about, ghost: false })];
  if (part.ghost) {
    const other = chartOf(part.ghost, part.trace, { axis, about, ghost: true });
    if (!alike(charts[0]!, other)) charts.push(other);
  }
  const anyCalls = charts.some(({ lanes }) => lanes.length > 0);
  for (const { lanes } of charts)
    if (anyCalls && lanes.length === 0) lanes.push({ kind: "gap", text: "no calls" });
  return { ...axis, ...(part.headline !== undefined && { headline: part.headline }), charts };
}

function chartOf(
  trace: Trace,
  other: Trace | undefined,
  { axis, about, ghost }: { axis: Axis; about: string; ghost: boolean },
): Chart {
  const settledAt = settledTime(trace);
  const tell = tellingOf(trace);
  return {
    title: ghost ? "as it could be" : "your code",
    ghost,
    lanes: callLanes(trace, axis.to, settledAt, tell),
    tracks: [
      ...timerTracks(trace, axis, settledAt),
      ...eventTracks(trace, other, axis, tell),
      ...beatTracks(trace, axis),
      ...loopTracks(trace, axis),
    ],
    outcomes: outcomeLanes(trace, other, { tell, axis, about, ghost }),
    ...(settledAt !== undefined && { settledAt }),
    notes: notesOn(trace),
  };
}

/** Whether both show the same, whatever is said of it. */
function alike(a: Chart, b: Chart): boolean {
  const [left, right] = [a, b].map(({ title: _, ghost: __, outcomes, ...rest }) =>
    JSON.stringify([rest, outcomes.map((one) => ({ ...one, verdict: "" }))]),
  );
  return left === right;
}
