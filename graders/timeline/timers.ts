// The timeline's lanes of the student's own timers: when each was made, when it fired or was cleared, and what is left.

import type { LeftTimer, Trace } from "../trace/trace.ts";
import type { Axis, Gap, Mark, Span, Track } from "./layout.ts";
import { ms, plainMs } from "./words.ts";

/** Lanes of timers in one chart. */
const MAX_TIMERS = 4;
/** Firings marked in one lane: more would be a bar. */
const MAX_MARKS = 60;
/** What is closer together than this part of the axis is one stretch. */
const MAX_SPANS = 200;

const CALLED: Record<LeftTimer["kind"], string> = {
  timeout: "setTimeout",
  interval: "setInterval",
  immediate: "setImmediate",
  "AbortSignal.timeout": "AbortSignal.timeout",
};

/** A lane for each, but for those that come one after another and are alike: they share one. */
export function timerTracks(
  { timersMade }: Trace,
  axis: Axis,
  settledAt: number | undefined,
): (Track | Gap)[] {
  const rows: LeftTimer[][] = [];
  const lastOf = new Map<string, LeftTimer[][]>();
  for (const timer of timersMade) {
    const name = nameOf(timer);
    const alike = lastOf.get(name) ?? [];
    lastOf.set(name, alike);
    const row = alike.find((one) => endOf(one.at(-1)!) <= timer.madeAt);
    if (row) row.push(timer);
    else if (alike.length <= MAX_TIMERS) rows.push(alike[alike.push([timer]) - 1]!);
    else rows.push([timer]);
  }
  const tracks = together(rows.map((row) => trackOf(row, axis, settledAt)));
  if (tracks.length <= MAX_TIMERS) return tracks;
  // What is left behind is what one must see.
  const isLast = (one: Track) => one.spans.some(({ look }) => look === "left");
  const shown = new Set([...tracks.filter(isLast), ...tracks].slice(0, MAX_TIMERS - 1));
  const more = tracks.filter((one) => !shown.has(one)).reduce((sum, { count }) => sum + count, 0);
  return [...tracks.filter((one) => shown.has(one)), { kind: "gap", text: `… ${more} more timers` }];
}

/** Timers that nothing tells apart share a lane, too. */
function together(tracks: Track[]): Track[] {
  const kinds = new Map<string, Track>();
  for (const track of tracks) {
    const key = JSON.stringify(track);
    const same = kinds.get(key);
    if (same) same.count++;
    else kinds.set(key, { ...track });
  }
  return [...kinds.values()];
}

function nameOf({ kind, ms: delay }: LeftTimer): string {
  return `${CALLED[kind]}(${kind === "immediate" ? "" : plainMs(delay)})`;
}

/** When it was over; Infinity: it was not. */
function endOf({ kind, fired, cleared }: LeftTimer): number {
  if (cleared !== undefined) return cleared;
  return kind === "interval" ? Number.POSITIVE_INFINITY : (fired?.at(-1) ?? Number.POSITIVE_INFINITY);
}

/** Whether it was set when everything had settled: that of `AbortSignal.timeout` nobody can clear, and Node lets go of it. */
export function isLeft(timer: LeftTimer, settledAt: number): boolean {
  return timer.kind !== "AbortSignal.timeout" && timer.madeAt <= settledAt && endOf(timer) > settledAt;
}

function trackOf(row: LeftTimer[], { from, to }: Axis, settledAt = Number.POSITIVE_INFINITY): Track {
  const shown = row.filter(({ madeAt }) => madeAt <= to);
  const all = shown.flatMap((timer) => spansOf(timer, to, settledAt));
  const spans = joined(all, (to - from) / MAX_SPANS);
  const marks: Mark[] = shown.slice(0, 1).map(({ madeAt }) => ({ at: madeAt, look: "made", text: "" }));
  let before = Number.NEGATIVE_INFINITY;
  for (const at of shown.flatMap(({ fired = [] }) => fired)) {
    if (at > to || at - before < (to - from) / MAX_MARKS) continue;
    before = at;
    marks.push({ at, look: "fired", text: "" });
  }
  const last = shown.at(-1);
  if (last) marks.push(...endMarks(last, to, settledAt));
  const text = row.length > 2 ? `${row.length} timers, one after another` : "";
  return {
    kind: "track",
    label: nameOf(row[0]!),
    count: 1,
    spans,
    marks,
    text,
  };
}

function joined(spans: Span[], apart: number): Span[] {
  const all: Span[] = [];
  for (const { from, to, look } of spans) {
    const last = all.at(-1);
    if (last?.look === look && from - last.to <= apart) last.to = Math.max(last.to, to);
    else all.push({ from, to, look });
  }
  return all;
}

function spansOf(timer: LeftTimer, to: number, settledAt: number): Span[] {
  const end = Math.min(endOf(timer), to);
  const { madeAt } = timer;
  if (end <= settledAt) return [{ from: madeAt, to: end, look: "timer" }];
  const later = isLeft(timer, settledAt) ? "left" : "unwatched";
  const from = Math.max(settledAt, madeAt);
  const before: Span[] = from > madeAt ? [{ from: madeAt, to: from, look: "timer" }] : [];
  return [...before, { from, to: end, look: later }];
}

function endMarks(timer: LeftTimer, to: number, settledAt: number): Mark[] {
  const { cleared, kind, dueAt } = timer;
  const end = endOf(timer);
  const left = isLeft(timer, settledAt) ? "left behind" : "";
  if (cleared !== undefined && cleared <= to)
    return [{ at: cleared, look: "cleared", text: left || `cleared at ${ms(cleared)}` }];
  if (end <= to) return left ? [{ at: end, look: "fired", text: left }] : [];
  const due = kind === "interval" ? "" : `due at ${ms(dueAt)}`;
  return [{ at: to, look: "open", text: [left, due].filter(Boolean).join(", ") }];
}
