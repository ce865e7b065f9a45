// How a flight goes wrong, told by its loads and by what its calls got. Serves 31.
import { identical, isNode, refOf } from "../../trace/plain.ts";
import { callsOf, type Call as Load, type Trace } from "../../trace/trace.ts";
import type { Mistakes } from "../grader.ts";
import { inputOf } from "../input.ts";
import { oneGaveUp } from "../mistakes/gathered.ts";
import { isFalsy } from "../mistakes/values.ts";
import { type Asked, askedIn, brought, endedBefore, type Flights, isFrom, thereFor } from "./flights.ts";
import { besides, keptFor, oldFor } from "./flights-judged.ts";

/** Whether there is such a load. */
const anyLoad = (such: (load: Load, trace: Trace, flights: Flights) => boolean) => (trace: Trace) =>
  callsOf(trace, "load").some((load) => such(load, trace, inputOf<Flights>(trace)));
/** Whether there is such a call. */
const anyCall = (such: (asked: Asked, trace: Trace, flights: Flights) => boolean) => (trace: Trace) => {
  const flights = inputOf<Flights>(trace);
  return askedIn(trace, flights).some((asked) => such(asked, trace, flights));
};
const isOld = (asked: Asked, trace: Trace, flights: Flights) => oldFor(asked, trace, flights) !== undefined;
/** Somebody had got that value shortly before, while it was good. */
const wasHit = (asked: Asked, trace: Trace, flights: Flights) =>
  askedIn(trace, flights).some(
    (other) =>
      other.seq < asked.seq &&
      other.at > asked.at - flights.ttlMs &&
      identical(other.outcome.value ?? null, asked.outcome.value ?? null) &&
      thereFor(other, trace, flights).kept.length > 0,
  );
const hasOthers = (trace: Trace, load: Load, such: (other: Load) => boolean) =>
  callsOf(trace, "load").some((other) => other !== load && other.args[0] === load.args[0] && such(other));

/** What a load is traced with that was given no key: see `flights-played.ts`. */
const NO_KEY = "nothing";

export const mistakes: Mistakes = {
  "gives-up": oneGaveUp,
  "lost-arguments": (trace) =>
    !askedIn(trace, inputOf<Flights>(trace)).some(({ caller }) => caller.key === NO_KEY) &&
    callsOf(trace, "load").some(({ args }) => args[0] === NO_KEY),
  "floating-rejection": ({ floating }) => floating.length > 0,
  "keys-share": anyCall(
    ({ caller, outcome }, trace) =>
      outcome.value !== undefined &&
      callsOf(trace, "load").some(
        ({ args, value }) => args[0] !== caller.key && identical(value ?? null, outcome.value!),
      ),
  ),
  /** What began beside another did so only when that had been under way for too long. */
  "ttl-while-loading": (trace) => {
    const { ttlMs } = inputOf<Flights>(trace);
    const pairs = callsOf(trace, "load").flatMap((load) => {
      const other = besides(trace, load);
      return other ? [load.start.at - other.start.at] : [];
    });
    return pairs.length > 0 && pairs.every((ms) => ms >= ttlMs);
  },
  "stampede-after-expiry": anyLoad(
    (load, trace) =>
      besides(trace, load) !== undefined &&
      hasOthers(trace, load, (other) => brought(other) && endedBefore(other, load.start.seq)),
  ),
  /** Or in the very ms in which the value came. */
  stampede: anyLoad(
    (load, trace, flights) =>
      besides(trace, load) !== undefined || keptFor(trace, load, flights)?.end?.at === load.start.at,
  ),
  "ttl-from-start": anyLoad((load, trace, flights) => {
    const kept = keptFor(trace, load, flights);
    return (
      kept !== undefined && kept.start.at < kept.end!.at && load.start.at >= kept.start.at + flights.ttlMs
    );
  }),
  "falsy-is-nothing": anyLoad((load, trace, flights) => {
    const kept = keptFor(trace, load, flights);
    return kept !== undefined && isFalsy(kept.value!);
  }),
  "keys-emptied-together": anyLoad(
    (load, trace, flights) =>
      keptFor(trace, load, flights) !== undefined &&
      callsOf(trace, "load").some(({ args }) => args[0] !== load.args[0]),
  ),
  "stale-if-error": anyCall(
    (asked, trace, flights) =>
      isOld(asked, trace, flights) && thereFor(asked, trace, flights).begun.some((load) => !brought(load)),
  ),
  "sliding-ttl": anyCall((...seen) => isOld(...seen) && wasHit(...seen)),
  "never-expires": anyCall(isOld),
  /** It came to a failure that was over when it was made. */
  "failure-cached": anyCall(
    (asked, trace, flights) =>
      asked.outcome.state === "rejected" &&
      !thereFor(asked, trace, flights).flying.some((load) => isFrom(load, asked)) &&
      asked.loads.some(
        (load) => endedBefore(load, asked.seq) && identical(load.value!, asked.outcome.value!),
      ),
  ),
  /** It came to what a load brought that began when the one that it had waited for had failed. */
  "waiters-try-again": anyCall((asked, trace, flights) => {
    const failed = [...asked.loads].filter((load) => load.end && !brought(load) && load.end.at > asked.at);
    const again = asked.loads.filter((load) => failed.some(({ end }) => end!.at === load.start.at));
    return thereFor(asked, trace, flights).kept.length === 0 && again.some((load) => isFrom(load, asked));
  }),
  "copy-handed-on": anyCall(
    ({ outcome: { state, value = null }, loads }) =>
      state === "fulfilled" &&
      isNode(value) &&
      value.t === "object" &&
      refOf(value) === undefined &&
      loads.some((load) => refOf(load.value ?? null) !== undefined),
  ),
  /** It began when nobody called. */
  "late-start": anyLoad(
    ({ args, start }, trace, flights) =>
      !askedIn(trace, flights).some(({ caller, at }) => caller.key === args[0] && at === start.at),
  ),
  "lost-rejection": anyCall(
    (asked, trace, flights) =>
      asked.outcome.state === "pending" && thereFor(asked, trace, flights).flying.some(({ end }) => end),
  ),
};
