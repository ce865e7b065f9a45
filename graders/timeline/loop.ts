// The timeline's lane of the event loop: when it was blocked.

import type { Trace } from "../trace/trace.ts";
import { sum } from "./gaps.ts";
import type { Axis, LoopLane } from "./layout.ts";
import { ms } from "./words.ts";

export function loopOf(trace: Trace, { from: start, to: end }: Axis): LoopLane | undefined {
  const stretches = merged(trace.blocked, 0);
  if (stretches.length === 0) return undefined;
  const total = sum(stretches.map(({ from, to }) => to - from));
  // What is closer together than any picture can show is one stretch, so that there are never many.
  const spans = merged(trace.blocked, (end - start) / 400);
  return { spans, text: `blocked for ${ms(total)}${stretches.length > 1 ? " in all" : ""}` };
}

/** Stretches in order of time, those that are at most `apart` ms apart made one. */
function merged(stretches: { from: number; to: number }[], apart: number): { from: number; to: number }[] {
  const all: { from: number; to: number }[] = [];
  for (const { from, to } of stretches.filter((one) => one.to > one.from).sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && from - last.to <= apart) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all;
}
