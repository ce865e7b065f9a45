// The timeline's lanes of the event loop: when it was blocked, and heartbeats, which come late then.

import type { Beat, Blocked, Trace } from "../trace/trace.ts";
import { max, min } from "./gaps.ts";
import { LOOP_LABEL } from "./labels.ts";
import type { Axis, Mark, Track } from "./layout.ts";
import { ms, safe } from "./words.ts";

interface Stretch {
  from: number;
  to: number;
}

/** No lane if it never was. A stretch ends with the turn of the loop: between two of them others can run. */
export function loopTracks(trace: Trace, axis: Axis): Track[] {
  const stretches = inTurns(trace.blocked);
  if (stretches.length === 0) return [];
  const spans = drawable(stretches, axis).map((span) => ({ ...span, look: "loop" as const }));
  return [{ kind: "track", label: LOOP_LABEL, count: 1, spans, marks: [], text: inWords(stretches) }];
}

/** Stretches in order of time; those that follow each other in one turn are one. */
function inTurns(blocked: Blocked[]): Stretch[] {
  const all: (Stretch & { turn?: number })[] = [];
  for (const { from, to, turn } of blocked
    .filter((one) => one.to > one.from)
    .sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && from <= last.to && turn === last.turn) last.to = Math.max(last.to, to);
    else all.push({ from, to, ...(turn !== undefined && { turn }) });
  }
  return all;
}

/** What is shorter than any picture can show is drawn together, so that there are never many. */
function drawable(stretches: Stretch[], { from: start, to: end }: Axis): Stretch[] {
  const least = (end - start) / 100;
  const all: Stretch[] = [];
  for (const { from, to } of stretches) {
    const last = all.at(-1);
    if (last && from - last.to <= least && last.to - last.from < least && to - from < least) last.to = to;
    else all.push({ from, to });
  }
  return all;
}

function inWords(stretches: Stretch[]): string {
  const lengths = stretches.map(({ from, to }) => to - from);
  const [longest, shortest] = [max(lengths), min(lengths)];
  if (lengths.length === 1) return `blocked for ${ms(longest)}`;
  const each = longest === shortest ? `${ms(longest)} each time` : `up to ${ms(longest)}`;
  return `blocked ${lengths.length} times, for ${each}`;
}

/** Marks of beats that came in time, and of late ones, in one lane: more would be a line. */
const MAX_BEATS = 40;
const MAX_LATE = 10;

/** A lane for each heartbeat: where it was due, and where it came. */
export function beatTracks({ beats }: Trace, axis: Axis): Track[] {
  const shown = beats.filter(({ due }) => due >= axis.from && due <= axis.to);
  return [...Map.groupBy(shown, ({ name }) => name)].map(([name, all]) => beatTrack(name, all, axis));
}

function beatTrack(name: string, beats: Beat[], { from, to }: Axis): Track {
  const late = beats
    .filter(({ at, due }) => at > due)
    .sort((a, b) => b.at - b.due - (a.at - a.due) || a.at - b.at);
  const drawn = new Set(late.slice(0, MAX_LATE));
  const every = (to - from) / MAX_BEATS;
  let last = Number.NEGATIVE_INFINITY;
  const marks: Mark[] = [];
  for (const beat of beats) {
    const { at, due } = beat;
    if (!drawn.has(beat)) {
      if (at - last < every || at > to) continue;
      last = at;
    } else marks.push({ at: due, look: "due", text: "" });
    const worst = beat === late[0];
    const text = worst ? `due at ${ms(due)}, came at ${ms(at)}` : "";
    marks.push({ at: Math.min(at, to), look: at > to ? "open" : "beat", text });
  }
  const spans = [...drawn].map(({ due, at }) => ({ from: due, to: Math.min(at, to), look: "late" as const }));
  const count = late.length > 1 ? `${late.length} of ${beats.length} late` : "";
  return {
    kind: "track",
    label: safe(name, 60),
    count: 1,
    spans: spans.sort((a, b) => a.from - b.from),
    marks,
    text: count,
  };
}
