// The timeline of programs that were run by themselves: one chart each, on one axis.

import type { Position } from "../trace/plain.ts";
import { isFile, tasksOf } from "../trace/tasks.ts";
import { type LeftTimer, type Trace, thrownAt } from "../trace/trace.ts";
import { axisOf } from "./axis.ts";
import { callLanes } from "./calls.ts";
import { eventTracks } from "./events.ts";
import type { Axis, Chart, OutcomeLane, Timeline } from "./layout.ts";
import { beatTracks, loopTracks } from "./loop.ts";
import { settledTime } from "./outcomes.ts";
import { taskTracks } from "./tasks.ts";
import { timerTracks } from "./timers.ts";
import { tellingOf } from "./values.ts";
import { ms, plainMs, safe, safeValue } from "./words.ts";

export interface PlayedRun {
  title: string;
  trace: Trace;
}

export function playedTimeline(runs: readonly PlayedRun[]): Timeline {
  const whole = runs.map(({ title, trace }) => ({ title, trace: toItsEnd(trace) }));
  const { instant: _, ...axis } = axisOf(whole.map(({ trace }) => trace));
  return { ...axis, charts: whole.map((run) => chartOf(run, axis)) };
}

/** How it ended: a few words with the time, as `ended at 2000 ms`. */
export function endInWords({ end, endedAt, uncaught, floating }: Trace): string {
  const stray = uncaught ?? floating.at(-1);
  switch (end) {
    case "quiet":
      return `ended at ${ms(endedAt)}`;
    case "never-settles":
      return `never ends: nothing is left after ${ms(endedAt)} that could wake it`;
    case "crashed":
      return `ended by an error at ${ms(stray?.at ?? endedAt)}${stray ? `${inLine(thrownAt(stray.reason)[0])}: ${safeValue(stray.reason, 200)}` : ""}`;
    case "output-limit":
      return `stopped at ${ms(endedAt)}: it had written or called too much`;
    case "step-limit":
      return `stopped at ${ms(endedAt)}: too many timers had fired`;
    default:
      return `stopped at ${ms(endedAt)}: it had run long enough`;
  }
}

/** What had not come to its end when the run had, each with the line where it waits or was made, if that is known. */
export function pendingInWords(trace: Trace): string[] {
  // An error ends everything: what it cut off says nothing.
  if (trace.end === "crashed") return [];
  const ofFile = trace.steps?.findLast(isFile) as { task: number } | undefined;
  const file = trace.outcomes.main?.state === "pending" && ofFile && lastWait(trace, ofFile);
  const tasks = tasksOf(trace).filter(({ end }) => !end);
  const calls = trace.calls.filter(({ end }) => !end);
  const timers = trace.timersMade.filter((timer) => isSet(timer, trace.endedAt));
  const all = [
    ...(file ? [`the file's own await${inLine(file.where)}`] : []),
    ...tasks.map(({ name, waits }) => `${safe(name, 60) || "an async function"}()${inLine(waits?.where)}`),
    ...calls.map(({ service, start }) => `${safe(service, 60)}()${inLine(start.where)}`),
    ...timers.map((timer) => `${nameOf(timer)}${inLine(timer.where)}`),
  ];
  return [...new Set(all)];
}

function lastWait({ steps = [] }: Trace, file: { task: number }) {
  return steps.findLast((step) => step.kind === "await" && step.task === file.task);
}

function inLine(where: Position | undefined): string {
  return where ? `, line ${where.line}` : "";
}

function isSet({ kind, fired, cleared }: LeftTimer, at: number): boolean {
  if (cleared !== undefined && cleared <= at) return false;
  return kind === "interval" || (fired === undefined && kind !== "AbortSignal.timeout");
}

function nameOf({ kind, ms: delay }: LeftTimer): string {
  const names = { timeout: "setTimeout", interval: "setInterval", immediate: "setImmediate" };
  return kind in names
    ? `${names[kind as keyof typeof names]}(${kind === "immediate" ? "" : plainMs(delay)})`
    : kind;
}

/** A program goes on until nothing is left to come: its own last line is no end that matters. */
function toItsEnd(trace: Trace): Trace {
  const { main } = trace.outcomes;
  if (!main || trace.end !== "quiet") return trace;
  const settled = { ...(main.settled ?? main.start), at: trace.endedAt };
  return { ...trace, outcomes: { ...trace.outcomes, main: { ...main, state: "fulfilled", settled } } };
}

/** An error that ends the run is told by its end. */
function withoutEnd(trace: Trace): Trace {
  if (trace.end !== "crashed") return trace;
  const { uncaught: _, ...rest } = trace;
  return { ...rest, floating: [] };
}

function chartOf({ title, trace }: PlayedRun, axis: Axis): Chart {
  const settledAt = settledTime(trace);
  const tell = tellingOf(trace);
  return {
    title: safe(title, 60),
    ghost: false,
    lanes: callLanes(trace, axis.to, settledAt, tell),
    tasks: taskTracks(trace, axis),
    tracks: [
      ...timerTracks(trace, axis, settledAt),
      ...eventTracks(withoutEnd(trace), undefined, axis, tell),
      ...beatTracks(trace, axis),
      ...loopTracks(trace, axis),
    ],
    outcomes: [endLane(trace)],
    ...(settledAt !== undefined && { settledAt }),
    notes: [],
  };
}

function endLane(trace: Trace): OutcomeLane {
  const ended = trace.end === "quiet";
  const pending = trace.end === "never-settles" || trace.end.endsWith("limit");
  return {
    kind: "outcome",
    label: "the end",
    state: ended ? "fulfilled" : pending ? "pending" : "rejected",
    verdict: "unknown",
    start: 0,
    ...(!pending && { at: trace.uncaught?.at ?? trace.endedAt }),
    text: endInWords(trace),
    short: ended || pending ? endInWords(trace) : `an error at ${ms(trace.endedAt)}`,
  };
}
