// Calls by a key that share one load and keep what it brings: which load each call's answer may come from, by the loads as they went.
// Serves 31; who calls when is callers.ts.

import { identical } from "../../trace/plain.ts";
import {
  callsOf,
  type Call as Load,
  type Moment,
  type Outcome,
  outcomeOf,
  type Trace,
} from "../../trace/trace.ts";
import { failing, type Job, jobList, inWords as jobsInWords, returning } from "../jobs.ts";
import { type Caller, labelOf } from "./callers.ts";
import { listsOf } from "./small-jobs.ts";

/** A call of the flight. `key` is the name of a key: loads are called with the name of theirs. */
export interface Asker extends Caller {
  key: string;
  /** The name of the very key that is handed over, if it is another one that a Map takes for the same. */
  as?: string;
}
/** The first load does what the first job says, and so on; what is loaded beyond the list does as the last one. */
export interface Flights {
  ttlMs: number;
  calls: Asker[];
  loads: Job[];
  /** Every other call is made of a second flight, with the same load and options. */
  split?: boolean;
}

/** A call for a key, so long after the one before (virtual ms). */
export const asks = (key = "a", after = 0, more: Partial<Asker> = {}): Asker => ({
  ...returning(0),
  ...(after > 0 && { after }),
  key,
  ...more,
});

/** The first load does this and so on, a number is one that brings something after so many virtual ms; and these calls come. */
export const flight = (ttlMs: number, loads: (number | Job)[], ...calls: Asker[]): Flights => ({
  ...{ ttlMs, calls, loads: jobList(...loads) },
});
/** One key is asked for now, then so many others, and it once more when what it loaded is kept. */
export function crowded(others: number): Flights {
  const keys = Array.from({ length: others }, (_, index) => asks(`city ${index + 1}`));
  return flight(1000, [300], asks("Rome"), ...keys, asks("Rome", 600));
}
/** Of so many calls only the first ones and the last are told. */
export const isCrowded = ({ calls }: Flights): boolean => calls.length > 50;
/** `With 1000 ms to live, loads of 300 ms, and calls for a, b 100 ms later`. */
export function inWords(flights: Flights): string {
  const { ttlMs, calls, loads } = flights;
  const when = ({ key, as, after, follows, inside, lands }: Asker) =>
    [
      as ?? key,
      after && `${after} ms later`,
      follows !== undefined && `in the turn in which call ${follows + 1} settles`,
      inside !== undefined && `in the middle of load ${inside + 1}`,
      lands !== undefined && `in the turn in which load ${lands + 1} ends`,
    ]
      .filter(Boolean)
      .join(" ");
  const all = calls.map(when);
  const some = isCrowded(flights) ? [...all.slice(0, 3), `… (${all.length} calls in all)`, all.at(-1)] : all;
  return `With ${ttlMs} ms to live, loads of ${jobsInWords(loads)}, and calls for ${some.join(", ")}`;
}

/** All small flights of one key: two loads of 100 or 200 ms, calls at once, up to 300 ms later, or in the turn of the first answer. */
export const smallFlights = (size: number): Flights[] => {
  const jobs = [100, 200].flatMap((takes) => [returning(takes), failing(takes)]);
  const lists = jobs.flatMap((first) => jobs.map((second) => [first, second]));
  const gaps = [0, 100, 300].map((gap) => asks("a", gap));
  const others = [...gaps, asks("a", 0, { follows: 0 })];
  const rest = listsOf(others, size - 1);
  return [100, 200].flatMap((ttlMs) =>
    lists.flatMap((loads) => rest.map((calls) => flight(ttlMs, loads, asks(), ...calls))),
  );
};
/** One call that was made, and the loads of its key, in the order in which they began. */
export interface Asked extends Moment {
  label: string;
  caller: Asker;
  outcome: Outcome;
  loads: Load[];
}

export function askedIn(trace: Trace, { calls }: Flights): Asked[] {
  return calls.flatMap((caller, index) => {
    const label = labelOf(index);
    const outcome = outcomeOf(trace, label);
    const loads = callsOf(trace, "load").filter(({ args }) => args[0] === caller.key);
    return trace.outcomes[label] ? [{ ...outcome.start, label, caller, outcome, loads }] : [];
  });
}

export const endedBefore = ({ end }: Load, seq: number) => end !== undefined && end.seq < seq;
export const brought = ({ how }: Load) => how === "fulfilled";
/** When what it brought is too old (virtual ms). */
export const dies = ({ end }: Load, ttlMs: number) => end!.at + ttlMs;
/** Whether the call is made in the very turn in which the load ended, as far as anybody knows. */
const inTurnOf = ({ end }: Load, { at, caller }: Asked, trace: Trace) =>
  end!.at === at &&
  (caller.lands !== undefined || caller.follows !== undefined || trace.choices !== undefined);

/** What was there for the call when it was made. */
export interface There {
  /** Loads under way. */
  flying: Load[];
  /** Loads that brought a value which is not too old; at exactly `ttlMs` it may be either. */
  kept: Load[];
  /** Loads that failed in this very turn: one may share that, or load anew. */
  justFailed: Load[];
  /** The load that began with the call, or next after it: late, if not in its ms. */
  begun: Load[];
}
export function thereFor(asked: Asked, trace: Trace, { ttlMs }: Flights): There {
  const { loads, seq, at } = asked;
  const over = loads.filter((load) => endedBefore(load, seq));
  return {
    flying: loads.filter((load) => load.start.seq < seq && !endedBefore(load, seq)),
    kept: over.filter((load) => brought(load) && at <= dies(load, ttlMs)),
    justFailed: over.filter((load) => !brought(load) && inTurnOf(load, asked, trace)),
    begun: loads.filter(({ start }) => start.seq > seq).slice(0, 1),
  };
}

/** Whether the outcome is what the load came to, in the ms in which it did, or at once. */
export function isFrom(load: Load, { at, outcome }: Asked): boolean {
  const { end, how, value = null } = load;
  if (!end) return outcome.state === "pending";
  const state = how === "fulfilled" ? "fulfilled" : "rejected";
  const inTime = outcome.settled?.at === Math.max(at, end.at);
  return outcome.state === state && inTime && identical(outcome.value ?? null, value);
}
