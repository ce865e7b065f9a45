// A line of visits for a number of places: who is served when, by the right rules or by others (see line-mistakes.ts).
// Serves 13 and 14, and what else hands out places: 16, 26, 27, 28, 29, 32 and 35.

import type { World } from "../../world/world.ts";
import { failing, type Job, inWords as jobsInWords, returning } from "../jobs.ts";
import { inTheirTime } from "./in-their-time.ts";

/** One visit: what it does at its place, and how it behaves in the line. Times in virtual ms. */
export interface Visit extends Job {
  /** From its asking to the moment at which it gives up waiting; 0 or less: it never joins the line. It stays if not given. */
  leaves?: number;
  /** It asks in the very turn in which that visit's promise settles (its number, from 0), behind those who wait by then. */
  follows?: number;
  /** So many microtasks later than in that promise's own handler; 0 if not given. */
  lag?: number;
  /** It gives its place back twice. */
  twice?: boolean;
}
export interface Crowd {
  visits: Visit[];
  places: number;
}

/** So many places, and visits that all come at once; a number is one that returns after so many virtual ms. */
export function crowd(places: number, ...visits: (number | Visit)[]): Crowd {
  return { places, visits: visits.map((each) => (typeof each === "number" ? returning(each) : each)) };
}

/** The same, but that those which throw at once fail instead, with the same. */
export function rejecting<C extends Crowd>(all: C): C {
  const visits = all.visits.map((each) => (each.ends === "throws" ? failing(100, each.value) : each));
  return { ...all, visits };
}

/** What becomes of a visit: when it asks, when it is served and until when; or when it left unserved. */
export interface Stay {
  asks: number;
  starts?: number;
  ends?: number;
  left?: number;
}
/** What is not given is as in a right line: first come first served, each as soon as there is a place, which its end gives back. */
export interface Rules {
  /** How many there are at first; Infinity: nobody ever waits. */
  places: number;
  /** Who of those that could be served, in the order of asking, is. */
  next?: (able: number[], visits: readonly Visit[]) => number;
  /** Which line one stands in; each has so many places of its own. One for all if not given. */
  lane?: (index: number, visit: Visit) => number;
  /** Who must have ended before this one is served. */
  after?: (index: number) => number[];
  /** How long one keeps its place (virtual ms); Infinity: for good. */
  keeps?: (visit: Visit, start: number) => number;
  /** How many places one gives back. */
  gives?: (visit: Visit) => number;
  /** When somebody else hands a place over (virtual ms), to the first line. */
  handed?: readonly number[];
  /** Who has left is still served, and keeps that place for good. */
  ghosts?: boolean;
  /** All that ask in one ms stand in the line before anybody is served, as in a list. */
  listed?: boolean;
  /** Who asks in the turn of an end stands in the line before that place is handed on. */
  eager?: boolean;
}

/** How long a visit takes at its place (virtual ms). */
export const lasts = ({ ends, takes }: Visit) => (ends === "throws" ? 0 : takes);

/** What becomes of the visits by these rules, in their order; and how many places are free in the end. */
export function line(visits: readonly Visit[], rules: Rules): { stays: Stay[]; free: number } {
  const {
    next = ([first]) => first!,
    lane = () => 0,
    after = () => [],
    keeps = lasts,
    gives = () => 1,
  } = rules;
  let now = 0;
  const stays = visits.map(
    ({ after: gap = 0, follows }): Stay => ({ asks: follows === undefined ? (now += gap) : Infinity }),
  );
  const [free, waiting] = [new Map([[0, rules.places]]), [] as number[]];
  const freeIn = (index: number) => free.get(lane(index, visits[index]!)) ?? rules.places;
  const add = (index: number, count: number) => free.set(lane(index, visits[index]!), freeIn(index) + count);
  const hasEnded = (index: number) => (stays[index]!.ends ?? Number.POSITIVE_INFINITY) <= now;
  const events: { at: number; act: () => void }[] = [];
  const serve = () => {
    for (;;) {
      const able = waiting.filter((index) => freeIn(index) > 0 && after(index).every(hasEnded));
      if (able.length === 0) return;
      const index = next(able, visits);
      const [stay, visit] = [stays[index]!, visits[index]!];
      waiting.splice(waiting.indexOf(index), 1);
      add(index, -1);
      if (stay.left !== undefined) continue;
      [stay.starts, stay.ends] = [now, now + lasts(visit)];
      const asks = [...visits.keys()]
        .filter((place) => visits[place]!.follows === index)
        .map((place) => ({ at: stay.ends!, act: () => ask(place) }));
      if (rules.eager) events.push(...asks);
      events.push({ at: now + keeps(visit, now), act: () => add(index, gives(visit)) });
      // Whoever waits for its end may be served then, wherever its place is.
      events.push({ at: stay.ends, act: () => {} });
      if (!rules.eager) events.push(...asks);
    }
  };
  const ask = (index: number) => {
    stays[index]!.asks = now;
    waiting.push(index);
  };
  const leave = (index: number) => {
    const stay = stays[index]!;
    if (stay.starts !== undefined) return;
    stay.left = now;
    if (!rules.ghosts) waiting.splice(waiting.indexOf(index), 1);
  };
  for (const [index, { asks }] of stays.entries()) {
    const { leaves = Infinity, follows } = visits[index]!;
    if (follows !== undefined) continue;
    if (leaves <= 0) stays[index]!.left = asks;
    else events.push({ at: asks, act: () => ask(index) });
    if (leaves > 0) events.push({ at: asks + leaves, act: () => leave(index) });
  }
  for (const at of rules.handed ?? []) events.push({ at, act: () => void free.set(0, free.get(0)! + 1) });
  for (;;) {
    now = Math.min(...events.map(({ at }) => at));
    if (now === Number.POSITIVE_INFINITY) break;
    const due = events.filter(({ at }) => at === now);
    for (const event of due) {
      events.splice(events.indexOf(event), 1);
      event.act();
      if (!rules.listed) serve();
    }
    serve();
  }
  return { stays, free: [...free.values()].reduce((sum, each) => sum + each, 0) };
}

/**
 * Has each visit ask in its time, watched as `NAME 1` and so on; resolves when all have settled. `turnOf`: in whose turn those ask
 * that follow this one, in place of what it comes to: a promise, or one that is told of later.
 */
export async function visiting(
  world: World,
  visits: readonly Pick<Visit, "after" | "leaves" | "follows" | "lag">[],
  name: string,
  ask: (index: number, signal?: AbortSignal) => unknown,
  turnOf?: (index: number, tell: (promise: unknown) => void) => void,
): Promise<void> {
  const settled = visits.map(() => Promise.withResolvers<unknown>());
  /** Whoever follows it never asks. */
  const skip = (index: number) => {
    for (const [place, { follows }] of visits.entries())
      if (follows === index) {
        settled[place]!.resolve(undefined);
        skip(place);
      }
  };
  inTheirTime(world, visits, (index, { settles }) => {
    const { leaves } = visits[index]!;
    const options =
      leaves !== undefined && leaves <= 0 ? { aborted: true } : { abortAt: world.now + leaves! };
    const signal = leaves === undefined ? undefined : world.signal(`signal ${index + 1}`, options);
    let isFollowed = false;
    const follow = (promise: unknown) => {
      isFollowed = true;
      settles(promise);
    };
    const ended = world.watch(`${name} ${index + 1}`, () => {
      turnOf?.(index, follow);
      const own = ask(index, signal);
      if (!turnOf) follow(own);
      return own;
    });
    settled[index]!.resolve(ended);
    void ended.then(() => isFollowed || skip(index));
  });
  await Promise.all(settled.map(({ promise }) => promise));
}

/** `With 2 cashiers and orders of 300 ms, 100 ms that fails (aborted after 55 ms)`. */
export function inWords({ visits, places }: Crowd, place: string, things: string): string {
  const one = (visit: Visit) =>
    [
      jobsInWords([visit]),
      visit.leaves !== undefined && `(aborted after ${visit.leaves} ms)`,
      visit.twice && "(released twice)",
      visit.follows !== undefined && `(in the turn in which number ${visit.follows + 1} ends)`,
    ]
      .filter(Boolean)
      .join(" ");
  const all = visits.length > 0 ? `${things} of ${visits.map(one).join(", ")}` : `no ${things}`;
  return `With ${places} ${place}${places === 1 ? "" : "s"} and ${all}`;
}
