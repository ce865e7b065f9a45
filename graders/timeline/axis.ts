// The timeline's axis: which stretch of time a picture shows, and the round times on it.

import type { Trace } from "../trace/trace.ts";
import { abortTime, lateAbort } from "./calls.ts";
import { max, min } from "./gaps.ts";
import type { Axis } from "./layout.ts";
import { isPending, settledTime } from "./outcomes.ts";
import { isLeft } from "./timers.ts";
import { ms, plainMs } from "./words.ts";

/** Virtual ms up to which an axis would tell nothing, and what it has then. */
const [SHORT, LEAST] = [5, 100];

/** One axis for all of these traces. `instant`: all was done in one instant, or nearly, and it is longer than that. */
export function axisOf(traces: Trace[]): Axis & { instant: boolean } {
  const needed = max(traces.flatMap(neededTimes));
  const wanted = max([needed, ...traces.flatMap((trace) => trace.calls.map((call) => call.end?.at ?? 0))]);
  const earliest = min(traces.flatMap(startTimes));
  // A part of a longer run begins late; an axis from 0 would be mostly empty.
  const from = earliest > needed / 2 ? earliest : 0;
  // Work that nobody waits for may be very long: it must not squeeze what matters into a corner.
  let length = needed > from ? Math.min(wanted - from, 2 * (needed - from)) : wanted - from;
  const open = traces.some(
    (trace) => isPending(trace) || trace.calls.some((call) => !call.end) || leavesTimers(trace),
  );
  const short = wanted - from <= SHORT;
  if (open) length = length === 0 ? 1000 : Math.ceil(length * 1.2);
  return { from, to: from + Math.max(length, short ? LEAST : 0), instant: short && !open };
}

/**
 * The round times to write on an axis that is `cells` characters wide: multiples of 1, 2 or 5·10^n ms, so many that
 * the labels, the first of them with its unit, stand apart.
 */
export function ticksFor(axis: Axis, cells: number): number[] {
  if (axis.from === axis.to) return [axis.to];
  const [digits, first] = [plainMs(axis.to).length, ms(axis.from).length];
  const apart = Math.max(6, 1.5 * digits + 1, first + digits / 2 + 1);
  return ticksOf(axis, Math.min(8, 1 + Math.floor((cells - 1) / apart)));
}

/** As many round times as there are up to `most`, which is 2 at least. */
export function ticksOf({ from, to }: Axis, most: number): number[] {
  const count = (step: number) => Math.floor(to / step) - Math.ceil(from / step) + 1;
  let [digit, power] = [1, 1];
  while (count(digit * power) > Math.max(2, most)) {
    [digit, power] = digit === 1 ? [2, power] : digit === 2 ? [5, power] : [1, power * 10];
  }
  const step = digit * power;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: count(step) }, (_, index) => first + index * step);
}

function leavesTimers(trace: Trace): boolean {
  const settledAt = settledTime(trace);
  return settledAt !== undefined && trace.timersMade.some((timer) => isLeft(timer, settledAt));
}

function startTimes(trace: Trace): number[] {
  return [...Object.values(trace.outcomes), ...trace.calls].map(({ start }) => start.at);
}

function neededTimes(trace: Trace): number[] {
  const settledAt = settledTime(trace) ?? Infinity;
  const calls = trace.calls.flatMap((call) => {
    const end = call.end?.at ?? 0;
    return [call.start.at, abortTime(call) ?? lateAbort(call, trace) ?? 0, end <= settledAt ? end : 0];
  });
  const outcomes = Object.values(trace.outcomes).map(({ start, settled }) => (settled ?? start).at);
  const others = [...trace.floating, ...(trace.uncaught ? [trace.uncaught] : [])].map(({ at }) => at);
  const given = trace.notes.filter((note) => note.given).map(({ at }) => at);
  const fired = trace.timersMade.flatMap(({ fired = [] }) => fired.filter((at) => at <= settledAt));
  return [...calls, ...outcomes, ...others, ...given, ...fired, ...trace.blocked.map(({ to }) => to)];
}
