// Wrong rules of a line, and which of them explains what was seen where the right ones do not. Serves whom line.ts serves.
import fc from "fast-check";
import { equal, fromPlain, toPlain } from "../../trace/plain.ts";
import { type Call, callsOf, type Trace } from "../../trace/trace.ts";
import type { Mistakes } from "../grader.ts";
import { isFailure, MADE } from "../jobs.ts";
import * as gathered from "../mistakes/gathered.ts";
import { stands } from "../mistakes/slips.ts";
import { isErrorNamed } from "../mistakes/values.ts";
import { type Crowd, lasts, line, type Rules, type Visit } from "./line.ts";

/** Wrong rules in the place of right ones: several ways to the same mistake. `count`: how many visits there are. */
type WrongRules = (places: number, count: number) => Partial<Rules>[];
const lostOnFailure: WrongRules = () => [
  { keeps: (visit) => (isFailure(visit) ? Number.POSITIVE_INFINITY : lasts(visit)) },
];
const upTo = (end: number) => Array.from({ length: Math.max(0, end) }, (_, index) => index);

/** misconception id -> the rules that it follows. */
export const WRONG = {
  unbounded: (places) => [{ places: Number.POSITIVE_INFINITY }, { places: places + 1 }],
  "sequential-await": () => [{ places: 1 }],
  /** The next row begins when all of the one before have ended. */
  batches: (places) => [{ after: (index) => upTo(index - (index % places)) }],
  /** Each place has got its visits in advance: in turn, or in blocks. */
  "static-split": (places, count) => [
    { places: 1, lane: (index) => index % places },
    { places: 1, lane: (index) => Math.floor(index / Math.ceil(count / places)) },
  ],
  /** Looks only at the oldest of those that are served, though another one may end before. */
  "waits-for-oldest": (places) => [{ after: (index) => upTo(index - places + 1) }],
  "last-in-first-out": () => [
    { next: (able) => able.at(-1)! },
    { next: (able) => able.at(-1)!, listed: true },
  ],
  "worker-lost-on-error": lostOnFailure,
  "leak-on-throw": lostOnFailure,
  "double-release": () => [{ gives: ({ twice }) => (twice ? 2 : 1) }],
  "abort-keeps-place": () => [{ ghosts: true }],
} satisfies Record<string, WrongRules>;
export type WrongId = keyof typeof WRONG;

const startsBy = ({ visits, places }: Crowd, wrong: Partial<Rules> = {}) =>
  line(visits, { places, ...wrong }).stays.map(({ starts }) => starts);
const rulesOf = (id: WrongId, { visits, places }: Crowd) => (WRONG[id] as WrongRules)(places, visits.length);

/** Which of these wrong rules explains all the starts (by visit; undefined: never) where the right ones do not, if just one does. */
export function misread(
  starts: readonly (number | undefined)[],
  crowd: Crowd,
  ids: readonly WrongId[],
): WrongId | undefined {
  const seen = starts.join();
  if (startsBy(crowd).join() === seen) return undefined;
  const found = ids.filter((id) =>
    rulesOf(id, crowd).some((rules) => startsBy(crowd, rules).join() === seen),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Whether each of these wrong rules shows in such a crowd, and none looks like another: so that a failure can be named. */
export function tells(crowd: Crowd, ids: readonly WrongId[]): boolean {
  const kinds = ids.map((id) => rulesOf(id, crowd).map((rules) => startsBy(crowd, rules).join()));
  const right = startsBy(crowd).join();
  return kinds.every(
    (own, at) =>
      !own.includes(right) &&
      kinds.every((other, n) => n === at || !own.some((each) => other.includes(each))),
  );
}

/**
 * Generated crowds of 5 to 10 visits at 2 to 4 places, in each of which all these wrong rules show. All of them return;
 * they come at once, or, if `later`, also up to a second after each other. A picture shows each difference.
 */
export function telling(ids: readonly WrongId[], { later = false } = {}): fc.Arbitrary<Crowd> {
  const hundreds = (max: number) => fc.integer({ min: 1, max }).map((each) => 100 * each);
  // Nobody asks in the very ms in which another ends, by whatever rules: who was first would be chance.
  const off = hundreds(10).map((ms) => ms + 10);
  const visit = fc.record({
    takes: hundreds(20),
    after: later ? fc.oneof(fc.constant(0), fc.constant(0), off) : fc.constant(0),
    ends: fc.constant<Visit["ends"]>("returns"),
    value: fc.constant<unknown>(MADE),
  });
  const visits = fc.array(visit, { minLength: 5, maxLength: 10, size: "max" });
  return fc.record({ places: fc.integer({ min: 2, max: 4 }), visits }).filter((crowd) => tells(crowd, ids));
}

/** When each of the things was begun by the service, called with it first (virtual ms); undefined: never. */
export function startsOf(trace: Trace, service: string, things: readonly unknown[]): (number | undefined)[] {
  const calls = callsOf(trace, service);
  return things.map((thing) => calls.find(({ args }) => equal(args[0] ?? null, toPlain(thing)))?.start.at);
}

/**
 * A check's `mistakes` by these rules; and `late-start`: one began neither when it asked nor when another ended. The
 * run's input is a crowd; `thing` is what the service is called with for a visit.
 */
export function mistakes(
  service: string,
  thing: (index: number) => unknown,
  ids: readonly WrongId[],
): Mistakes {
  const seen = (trace: Trace) => {
    const crowd = fromPlain(trace.input!) as Crowd;
    return { crowd, starts: startsOf(trace, service, [...crowd.visits.keys()].map(thing)) };
  };
  const by = (id: WrongId) => (trace: Trace) => {
    const { crowd, starts } = seen(trace);
    return misread(starts, crowd, ids) === id;
  };
  const late = (trace: Trace) => {
    const { crowd, starts } = seen(trace);
    const { stays } = line(crowd.visits, { places: crowd.places });
    const ends = new Set(callsOf(trace, service).map(({ end }) => end?.at));
    return starts.some((at, index) => at !== undefined && at > stays[index]!.asks && !ends.has(at));
  };
  return { ...Object.fromEntries(ids.map((id) => [id, by(id)])), "late-start": late };
}

/** Whether the call (or the outcome that has its error) was refused by a place that was taken: `worker is busy`. */
export const isRefused = ({ value }: Pick<Call, "value">): boolean =>
  isErrorNamed(value, "Error", /^\w+ is busy$/);

/** Of a line whose places refuse a second visit at once. */
export const refusals: Mistakes = {
  "busy-wait": (trace) => trace.calls.some(isRefused) && gathered.polled(trace),
  "retry-in-place-of-queue": (trace) =>
    trace.calls.some(isRefused) && stands(trace, "asked again") && !gathered.polled(trace),
  unbounded: ({ calls }) => calls.some(isRefused),
};

/** Whether one place did all, though others were there all the time. `placeOf`: that of a call; undefined if it has none. */
export const othersUnused =
  (placeOf: (call: Call) => unknown) =>
  ({ calls, input = null }: Trace): boolean => {
    const used = calls.flatMap((call) => placeOf(call) ?? []);
    const alone = used.length > 1 && new Set(used).size === 1 && !calls.some(isRefused);
    return alone && (fromPlain(input) as Crowd).places > 1;
  };
