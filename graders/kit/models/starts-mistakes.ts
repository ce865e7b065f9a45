// How starts are counted wrongly: rules of a line that explain all of them where the right ones do not, and what else the trace
// tells. Serves 29.
import { isUndefined } from "../../trace/plain.ts";
import type { Call, Trace } from "../../trace/trace.ts";
import type { Mistakes } from "../grader.ts";
import { inputOf } from "../input.ts";
import * as gathered from "../mistakes/gathered.ts";
import { stands } from "../mistakes/slips.ts";
import { type Caller, labelOf } from "./callers.ts";
import { type Seen, startOf } from "./first-come.ts";
import { lasts, line, type Rules } from "./line.ts";
import { startsOf } from "./line-mistakes.ts";
import { couldStart, heldAt, type Load, seenIn } from "./starts.ts";

type Wrong = (load: Load) => Partial<Rules>;
/** A start's place comes back at this time. */
const until =
  (back: (start: number, call: Caller, load: Load) => number): Wrong =>
  (load) => ({ keeps: (call, start) => back(start, call, load) - start });
/** The same, where it depends on when the place before came back. */
function account(back: (before: number, start: number, load: Load) => number): Wrong {
  return (load) => {
    let last = 0;
    const keeps = (_: unknown, start: number) => {
      last = back(last, start, load);
      return last - start;
    };
    return { keeps };
  };
}
const askOf = ({ visits }: Load, call: Caller) =>
  visits.slice(0, visits.indexOf(call) + 1).reduce((sum, { after = 0 }) => sum + after, 0);
const RULES: Record<string, Wrong[]> = {
  /** By the clock, and from the first start on. */
  "fixed-window": [
    until((start, _, { perMs }) => start - (start % perMs) + perMs),
    account((end, start, { perMs }) => (start >= end ? start + perMs : end)),
  ],
  unbounded: [() => ({ places: Number.POSITIVE_INFINITY }), ({ places }) => ({ places: places + 1 })],
  "token-bucket": [account((full, start, { places, perMs }) => Math.max(full, start) + perMs / places)],
  "spaced-out": [({ places, perMs }) => ({ places: 1, keeps: () => perMs / places })],
  "counts-ends": [until((start, call, { perMs }) => start + lasts(call) + perMs)],
  /** Of calls in one ms it looks as `wakes-everyone` does. */
  "time-of-call": [until((start, call, load) => Math.max(start, askOf(load, call) + load.perMs))],
  "boundary-inside": [until((start, _, { perMs }) => start + perMs + 1)],
  "sequential-await": [() => ({ after: (index) => (index > 0 ? [index - 1] : []) })],
};
/** Whether one of these rules explains all starts, and the right one does not. */
const by = (id: string) => (trace: Trace) => {
  const load = inputOf<Load>(trace);
  const { visits, places, perMs } = load;
  const startsBy = (rules: Partial<Rules>) =>
    line(visits, { places, keeps: () => perMs, ...rules }).stays.map(({ starts }) => starts);
  const numbers = visits.map((_, index) => index + 1);
  const seen = startsOf(trace, "task", numbers).join();
  if (id === "time-of-call" && !visits.some(({ after }) => after)) return false;
  return startsBy({}).join() !== seen && RULES[id]!.some((rules) => startsBy(rules(load)).join() === seen);
};
/** Whether there is such a start. */
const anyIn = (such: (one: Seen, trace: Trace, load: Load) => boolean) => (trace: Trace) => {
  const load = inputOf<Load>(trace);
  return seenIn(trace, load).some((one) => one.starts && such(one, trace, load));
};
const isTooMany = (one: Seen, trace: Trace, load: Load) => heldAt(trace, startOf(one), load) > load.places;
const waited = ({ asks, starts }: Seen) => asks.at < starts!.at;
const isFailed = ({ how }: Call) => how === "rejected" || how === "threw";
const hasFailed = ({ calls }: Trace) => calls.some(isFailed);
export const mistakes: Mistakes = {
  "gives-up": gathered.oneGaveUp,
  "sync-throw-escapes": ({ uncaught, outcomes }) =>
    uncaught !== undefined || Object.values(outcomes).some(({ state }) => state === "threw"),
  /** Too many start, and what is noted is when they have ended. */
  "counts-ends": (trace) =>
    by("counts-ends")(trace) || (stands(trace, "clock read at the end") && anyIn(isTooMany)(trace)),
  // Too many start only where a task makes calls itself.
  "noted-too-late": (trace) =>
    inputOf<Load>(trace).visits.some(({ inside }: Caller) => inside !== undefined) && anyIn(isTooMany)(trace),
  "missing-return": ({ outcomes, calls }) =>
    calls.some(({ args: [number], how, value = null }) => {
      const own = outcomes[labelOf(Number(number) - 1)];
      return how === "fulfilled" && !isUndefined(value) && own?.value !== undefined && isUndefined(own.value);
    }),
  "failure-blocks-queue": (trace) =>
    hasFailed(trace) && seenIn(trace, inputOf<Load>(trace)).some(({ starts }) => !starts),
  /** Too many started when one had failed. */
  "failure-is-free": anyIn(
    (one, trace, load) =>
      isTooMany(one, trace, load) &&
      trace.calls.some((call) => isFailed(call) && call.end!.at <= startOf(one)),
  ),
  ...Object.fromEntries(
    Object.keys(RULES)
      .filter((id) => id !== "counts-ends")
      .map((id) => [id, by(id)]),
  ),
  "time-of-call": (trace) =>
    by("time-of-call")(trace) || (stands(trace, "time of the call noted") && anyIn(isTooMany)(trace)),
  /** Several of those who waited start in one ms. */
  "wakes-everyone": anyIn((one, trace, load) => {
    const together = seenIn(trace, load).filter((each) => startOf(each) === startOf(one) && waited(each));
    return isTooMany(one, trace, load) && waited(one) && together.length > 1;
  }),
  "forgets-when-idle": anyIn((...seen) => isTooMany(...seen) && !waited(seen[0])),
  "busy-wait": gathered.polled,
  /** All that started late did so just as long after another's start or end. */
  "pause-after-each-batch": (trace) => {
    const load = inputOf<Load>(trace);
    const late = seenIn(trace, load).filter((one) => couldStart(trace, one, load) !== undefined);
    const moments = trace.calls.flatMap(({ start, end }) => [start.at, end?.at]);
    return late.length > 0 && late.every((one) => moments.includes(startOf(one) - load.perMs));
  },
  "late-start": (trace) => {
    const load = inputOf<Load>(trace);
    return seenIn(trace, load).some((one) => couldStart(trace, one, load) !== undefined);
  },
};
