// Wrong rules of a line, and which of them explains what was seen where the right ones do not. Serves whom line.ts serves.
import { equal, toPlain } from "../../trace/plain.ts";
import { type Call, callsOf, type Trace } from "../../trace/trace.ts";
import type { Mistakes } from "../grader.ts";
import { inputOf } from "../input.ts";
import { isFailure } from "../jobs.ts";
import * as gathered from "../mistakes/gathered.ts";
import { stands } from "../mistakes/slips.ts";
import { isErrorNamed } from "../mistakes/values.ts";
import { type Crowd, lasts, line, type Rules } from "./line.ts";

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
  "last-in-first-out": () =>
    [{}, { listed: true }, { eager: true }].map((more) => ({ next: (able) => able.at(-1)!, ...more })),
  "worker-lost-on-error": lostOnFailure,
  "leak-on-throw": lostOnFailure,
  "double-release": () => [{ gives: ({ twice }) => (twice ? 2 : 1) }],
  "abort-keeps-place": () => [{ ghosts: true }],
  /** Who asks in the turn of an end takes the place before those who wait. */
  barging: () => [
    { eager: true, next: (able, visits) => able.find((n) => visits[n]!.follows !== undefined) ?? able[0]! },
  ],
} satisfies Record<string, WrongRules>;
export type WrongId = keyof typeof WRONG;
/** Those that can happen wherever there is a queue. */
export const QUEUED: readonly WrongId[] = [
  ...(["sequential-await", "batches", "waits-for-oldest", "static-split", "last-in-first-out"] as const),
];

export const startsBy = ({ visits, places }: Crowd, wrong: Partial<Rules> = {}) =>
  line(visits, { places, ...wrong }).stays.map(({ starts }) => starts);
export const rulesOf = (id: WrongId, { visits, places }: Crowd) =>
  (WRONG[id] as WrongRules)(places, visits.length);

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

/** When each of the things was begun by the service, called with it first (virtual ms); undefined: never. */
export function startsOf(trace: Trace, service: string, things: readonly unknown[]): (number | undefined)[] {
  const calls = callsOf(trace, service);
  return things.map((thing) => calls.find(({ args }) => equal(args[0] ?? null, toPlain(thing)))?.start.at);
}

/**
 * A check's `mistakes` by these rules; `lost-wake-up`; and `late-start`: one began neither when it asked nor when another ended. The
 * run's input is a crowd; `thing` is what the service is called with for a visit.
 */
export function mistakes(
  service: string,
  thing: (index: number) => unknown,
  ids: readonly WrongId[],
): Mistakes {
  const seen = (trace: Trace) => {
    const crowd = inputOf<Crowd>(trace);
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
    return starts.some((at, index) => at !== undefined && at > stays[index]!.starts! && !ends.has(at));
  };
  /** Of those that asked in the turn of an end, and of them alone, one was served late or never; or nobody was any more. */
  const unheard = (trace: Trace) => {
    const { crowd, starts } = seen(trace);
    const { stays } = line(crowd.visits, { places: crowd.places });
    const missed = crowd.visits.filter((_, index) => !(starts[index]! <= stays[index]!.starts!));
    const over = trace.calls.length > 0 && trace.calls.every(({ how, end }) => end && how === "fulfilled");
    const never = starts.includes(undefined) && crowd.visits.some(({ atOnce }) => atOnce);
    return over && missed.length > 0 && (never || missed.every(({ follows }) => follows !== undefined));
  };
  return {
    "gives-up": gathered.oneGaveUp,
    ...Object.fromEntries(ids.map((id) => [id, by(id)])),
    "lost-wake-up": unheard,
    "late-start": late,
  };
}

/** Whether the call (or the outcome that has its error) was refused by a place that was taken: `worker is busy`. */
export const isRefused = ({ value }: Pick<Call, "value">): boolean =>
  isErrorNamed(value, "Error", /^\w+ is busy$/);

/** Of a line whose places refuse a second visit at once. */
export const refusals: Mistakes = {
  "gives-up": gathered.oneGaveUp,
  "busy-wait": (trace) => trace.calls.some(isRefused) && gathered.polled(trace),
  "retry-in-place-of-queue": (trace) =>
    trace.calls.some(isRefused) && stands(trace, "asked again") && !gathered.polled(trace),
  unbounded: ({ calls }) => calls.some(isRefused),
};

/** Whether each call got for its index, second, how many had ended by then, and not how many had begun. */
export const countedByEnds = ({ calls }: Trace): boolean => {
  const ended = ({ start }: Call) => calls.filter(({ end }) => end && end.seq < start.seq).length;
  return (
    calls.some(({ args }, index) => args[1] !== index) && calls.every((call) => call.args[1] === ended(call))
  );
};

/** Whether one place did all, though others were there all the time. `placeOf`: that of a call; undefined if it has none. */
export const othersUnused =
  (placeOf: (call: Call) => unknown) =>
  (trace: Trace): boolean => {
    const { calls } = trace;
    const used = calls.flatMap((call) => placeOf(call) ?? []);
    const alone = used.length > 1 && new Set(used).size === 1 && !calls.some(isRefused);
    return alone && inputOf<Crowd>(trace).places > 1;
  };
