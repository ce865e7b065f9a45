// A loop that reads what arrives: what it gets and when, by the right rules and by wrong ones. Serves 09, and 28 (a loop over
// a queue, of which each item arrives when it is put in).
import fc from "fast-check";
import { type Job, jobs } from "../jobs.ts";
import { type Arrival, arrivals, byPlace, lastOf } from "./arrivals.ts";

/** How a loop asks, in virtual ms: from `begin` on (Infinity: never), `pause` after each value; it leaves after `leaves` values. */
export interface Pace {
  begin?: number;
  pause?: number;
  leaves?: number;
}
/** The pace in words, after `a loop that`; nothing if there is nothing to say. */
export function paceInWords({ begin = 0, pause = 0, leaves }: Pace): string {
  if (begin === Infinity) return "never begins";
  const all = [
    begin > 0 && `begins at ${begin} ms`,
    pause > 0 && `pauses for ${pause} ms`,
    leaves && `is left after ${leaves}`,
  ];
  return all.filter(Boolean).join(" and ");
}

/** What a loop gets and when (virtual ms), when it ends, and the failure with which it does. */
export interface Reading {
  gets: { index: number; at: number }[];
  ends: number;
  failed?: number;
}
export interface Reader {
  /** What it gets to see, in which order; all if not given. */
  sees?: (all: Arrival[]) => Arrival[];
  /** Which of what it has not handed out is next, `now` being when it is asked; the first if not given. */
  next?: (left: Arrival[], now: number) => Arrival;
  /** It does not end before all have arrived, however it ends. */
  lingers?: boolean;
}

export function reading(
  all: readonly Arrival[],
  { begin = 0, pause = 0, leaves }: Pace = {},
  { sees = (seen) => seen, next = ([first]) => first!, lingers }: Reader = {},
): Reading {
  const gets: Reading["gets"] = [];
  const left = [...sees([...all])];
  let now = begin;
  const ends = () => Math.max(now, lingers ? lastOf(all) : 0);
  while (left.length > 0) {
    const { index, at, failed } = next(left, now);
    left.splice(
      left.findIndex((each) => each.index === index),
      1,
    );
    now = Math.max(now, at);
    if (failed) return { gets, ends: ends(), failed: index };
    gets.push({ index, at: now });
    if (gets.length === leaves) break;
    now += pause;
  }
  return { gets, ends: ends() };
}

const arrived = (left: Arrival[], now: number) => left.filter(({ at }) => at <= now);
const atLast = (all: Arrival[]) => all.map((each) => ({ ...each, at: lastOf(all) }));
const firstFailure = (all: Arrival[]) => {
  const first = all.find(({ failed }) => failed);
  return first && [first];
};
/** Misconception id -> readers that show it, the commonest first. */
export const WRONG_READERS: Record<string, Reader[]> = {
  "failure-jumps-queue": [
    { next: (left, now) => arrived(left, now).find(({ failed }) => failed) ?? left[0]! },
  ],
  "watches-too-late": [{ next: (left, now) => byPlace(arrived(left, now))[0] ?? left[0]! }],
  "input-order": [{ sees: byPlace }],
  "last-in-first-out": [{ next: (left, now) => arrived(left, now).at(-1) ?? left[0]! }],
  "waits-for-all": [
    { sees: (all) => byPlace(atLast(all)) },
    // As `Promise.all` does: a failure is not waited for.
    { sees: (all) => firstFailure(all) ?? byPlace(atLast(all)) },
    { sees: (all) => firstFailure(all) ?? atLast(all) },
  ],
  "waits-for-rest": [{ lingers: true }],
};

/** Whether each of these mistakes shows in such a loop, and none looks like another: so that a failure can be named. */
export function tells(all: readonly Arrival[], pace: Pace, ids: readonly string[]): boolean {
  const seen = (reader?: Reader) => JSON.stringify(reading(all, pace, reader));
  const shown = ids.map((id) => new Set(WRONG_READERS[id]!.map(seen).filter((each) => each !== seen())));
  return shown.every(
    (own, at) => own.size > 0 && shown.every((other, n) => n === at || own.isDisjointFrom(other)),
  );
}

/** Generated jobs, each with a time of its own, and paces (from those given): in each of them all these mistakes show. */
export function telling(
  ids: readonly string[],
  { begin = [0], pause = [0] }: { begin?: number[]; pause?: number[] } = {},
): fc.Arbitrary<{ jobs: Job[]; pace: Pace }> {
  const pace = fc.record({ begin: fc.constantFrom(...begin), pause: fc.constantFrom(...pause) });
  return fc
    .record({ jobs: jobs({ min: 3, max: 7, distinct: true }), pace })
    .filter((each) => tells(arrivals(each.jobs), each.pace, ids));
}
