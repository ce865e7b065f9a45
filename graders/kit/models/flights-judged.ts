// What a flight promises of its loads and its answers, each by itself. Serves 31.
import { identical, show } from "../../trace/plain.ts";
import { callsOf, type Call as Load, type Trace } from "../../trace/trace.ts";
import { settledInWords, that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import {
  type Asked,
  askedIn,
  brought,
  dies,
  endedBefore,
  type Flights,
  isCrowded,
  isFrom,
  thereFor,
} from "./flights.ts";

/** No load begins while another one of its key is under way. */
export function noneBeside(trace: Trace): Finding {
  for (const load of callsOf(trace, "load")) {
    const before = besides(trace, load);
    const message = `a load of ${show(load.args[0]!)} began at ${load.start.at} ms, and one that had begun at ${before?.start.at} ms was under way.`;
    if (before) return that(false, message);
  }
  return undefined;
}
/** The load of its key that is under way when it begins, if one is. */
export const besides = (trace: Trace, { args, start }: Load): Load | undefined =>
  callsOf(trace, "load").find(
    (other) => other.args[0] === args[0] && other.start.seq < start.seq && !endedBefore(other, start.seq),
  );

/** No load waits for one of another key: whoever needs one has it begin in the ms of its call. */
export function noneInLine(trace: Trace, flights: Flights): Finding {
  const loads = callsOf(trace, "load");
  for (const { args, start } of loads) {
    const asked = askedIn(trace, flights).filter(({ caller }) => caller.key === args[0]);
    const late = !asked.some(({ at }) => at === start.at);
    const other = loads.find((each) => each.args[0] !== args[0] && each.end?.at === start.at);
    const message = `a load of ${show(args[0]!)} began at ${start.at} ms, when that of ${show(other?.args[0] ?? null)} had ended; nobody called for it then.`;
    if (late && other) return that(false, message, { otherwise: "keys-wait-in-line" });
  }
  return undefined;
}

/** No load was asked for what nobody had asked for, none waits for one of another key, and each call has what its own key's brought. */
export function eachByItsKey(trace: Trace, flights: Flights): Finding[] {
  // Of a crowd only one key is asked for twice.
  if (isCrowded(flights)) return [];
  const odd = callsOf(trace, "load").find(({ args }) => !flights.calls.some(({ key }) => key === args[0]));
  return [
    that(!odd, "`load` was called with a key that nobody had asked for.", { otherwise: "keys-as-text" }),
    noneInLine(trace, flights),
    ...eachFromItsLoad(trace, flights),
  ];
}

/** No load begins while a value of its key is kept. */
export function noneTooEarly(trace: Trace, flights: Flights): Finding {
  for (const load of callsOf(trace, "load")) {
    const kept = keptFor(trace, load, flights);
    if (!kept) continue;
    const message = `a load of ${show(load.args[0]!)} began at ${load.start.at} ms, though there was a value that is good until ${dies(kept, flights.ttlMs)} ms.`;
    return that(false, message);
  }
  return undefined;
}
/** The load of its key whose value is not too old when it begins, if there is one. */
export const keptFor = (trace: Trace, { args, start }: Load, { ttlMs }: Flights): Load | undefined =>
  callsOf(trace, "load").find(
    (other) =>
      other.args[0] === args[0] &&
      endedBefore(other, start.seq) &&
      brought(other) &&
      start.at < dies(other, ttlMs),
  );

/** No call gets a value that was too old when it was made, and each has something to get. */
export function noneTooOld(trace: Trace, flights: Flights): Finding[] {
  return askedIn(trace, flights).map((asked) => {
    const old = oldFor(asked, trace, flights);
    const until = old && dies(old, flights.ttlMs);
    return that(!old, `${asked.label}, of ${asked.at} ms, got a value that was good until ${until} ms.`);
  });
}
/** The load whose value the call got, if that was too old when it was made. */
export function oldFor(asked: Asked, trace: Trace, flights: Flights): Load | undefined {
  const { flying, kept, begun } = thereFor(asked, trace, flights);
  const { outcome, loads, seq } = asked;
  const same = (load: Load) => brought(load) && identical(outcome.value ?? null, load.value ?? null);
  if (outcome.state !== "fulfilled" || [...flying, ...kept, ...begun].some(same)) return undefined;
  return loads.find((load) => endedBefore(load, seq) && same(load));
}

/** Those who came while a load of their key was under way came to what it came to; or to what is too old, which is not asked here. */
export const eachJoined = (trace: Trace, flights: Flights): Finding[] =>
  fromTheirLoads(trace, flights, (asked) => thereFor(asked, trace, flights).flying.length > 0);

/** Each call came to what a load of its key came to: one that was there for it, or that it began; or to what is too old. */
export const eachFromItsLoad = (trace: Trace, flights: Flights): Finding[] =>
  fromTheirLoads(trace, flights, () => true);

function fromTheirLoads(trace: Trace, flights: Flights, such: (asked: Asked) => boolean): Finding[] {
  return askedIn(trace, flights)
    .filter((asked) => such(asked) && oldFor(asked, trace, flights) === undefined)
    .map((asked) => {
      const { flying, kept, justFailed, begun } = thereFor(asked, trace, flights);
      // What begins later is not for who has something: only what it began itself, needlessly.
      const isServed = flying.length + kept.length > 0;
      const own = begun.filter(({ start }) => !isServed || start.at === asked.at);
      const all = [...flying, ...kept, ...justFailed, ...own];
      if (all.some((load) => isFrom(load, asked))) return undefined;
      const loads = all.map((load) => `one that ${loadInWords(load)}`).join(", or ");
      const want = loads
        ? `there was a load for it: ${loads}`
        : "no load was there for it, and it began none";
      return that(false, `${asked.label}, of ${asked.at} ms, ${settledInWords(asked.outcome)}; ${want}.`);
    });
}

function loadInWords({ start, end, how, value = null }: Load): string {
  if (!end) return `began at ${start.at} ms and does not end`;
  return how === "fulfilled"
    ? `brought ${show(value)} at ${end.at} ms`
    : `failed with ${show(value)} at ${end.at} ms`;
}
