// Blocking functions on threads, where they belong, and on the event loop, where they hold up everybody. Serves 16, and 32 and
// 35, whose `def` handlers are such functions.

import { equal, fromPlain } from "../../trace/plain.ts";
import { type Call, callsOf, notesOf, outcomeOf, type Trace } from "../../trace/trace.ts";
import type { World } from "../../world/world.ts";
import { called, that } from "../expectations.ts";
import type { Finding, Mistakes } from "../grader.ts";
import { inWords, type Job, serviceFor } from "../jobs.ts";
import * as gathered from "../mistakes/gathered.ts";
import { partsOf } from "../mistakes/values.ts";

/** Threads, as an input says what they are like. Times in virtual ms. */
export interface Threads {
  /** From its being asked to its beginning: 0 if not given, and then the job is begun before `toThread` returns. */
  late?: number;
  /** How much longer that is for each further one. */
  lag?: number;
  /** What becomes of each in place of the job. */
  refusal?: Job;
}
const THREADS = "toThread";
const RETURNED = "returned";

/** The function `toThread`. */
export function threads(
  world: World,
  { late = 0, lag = 0, refusal }: Threads,
): <T>(job: () => T) => Promise<T> {
  if (refusal) {
    const refuse = serviceFor<any>(world, THREADS, refusal);
    return () => refuse();
  }
  const toThread = world.threads(THREADS);
  let asked = 0;
  return late === 0 ? toThread : (job) => world.wait(late + lag * asked++).then(() => toThread(job));
}

/** `, on threads that begin 100 ms later`: follows what is said of the jobs. */
export function threadsInWords({ late, refusal }: Threads): string {
  if (refusal) return `, on threads of ${inWords([refusal])}`;
  return late ? `, on threads that begin ${late} ms later` : "";
}

/** What `act` returns; that it has returned is noted. */
export function returned<T>(world: World, act: () => T): T {
  const result = act();
  world.note(RETURNED);
  return result;
}

/** The calls of what blocks, wherever they were made. */
export function blocking({ calls }: Trace): Call[] {
  return calls.filter(({ on, service }) => on !== "async" && service !== THREADS);
}

/** What blocks was called so often, on a thread for each call. */
export function onOwnThreads(trace: Trace, service: string, times: number): Finding[] {
  const [call] = onLoop(trace);
  return [
    that(
      !call,
      `\`${service}\` was called on the event loop, at ${call?.start.at} ms; expected on a thread.`,
    ),
    called(trace, service, { times }),
    that(!shareOne(trace), "one thread made several calls; expected a thread for each."),
  ];
}

/** No thread called what blocks with the first argument of another's call. `firsts`: these arguments, each call's its own. */
export function eachItsOwn(trace: Trace, firsts: unknown[]): Finding {
  const times = (first: unknown) => blocking(trace).filter(({ args }) => args[0] === first).length;
  const [lost, twice] = [
    firsts.some((first) => times(first) === 0),
    firsts.find((first) => times(first) > 1),
  ];
  return that(
    !lost || twice === undefined,
    `two threads made the call with ${twice}, and none made another.`,
  );
}

/** Mistakes in who runs what blocks. For those which ask what has run before a function `returned`, see there. */
export const threadMistakes: Mistakes = {
  "async-wrapper": (trace) => {
    const back = notesOf(trace, RETURNED)[0]?.seq ?? Number.POSITIVE_INFINITY;
    return callsOf(trace, THREADS).length === 0 && onLoop(trace).some(({ end }) => end!.seq < back);
  },
  "runs-on-loop": (trace) => onLoop(trace).length > 0,
  "settled-from-thread": settledFromThread,
  "one-thread-for-all": shareOne,
  "async-job": (trace) =>
    trace.floating.some(({ at }) => blocking(trace).some((call) => failsLaterOn(call, at))),
};

/** What is told of gathered calls, of those of what blocks alone. */
export const gatheredMistakes: Mistakes = Object.fromEntries(
  Object.entries({
    "lost-rejection": gathered.failureLost,
    "fixed-delay": gathered.settledByTimer,
    ...gathered.mistakes,
  }).map(([id, shows]) => [id, (trace: Trace) => shows(asAsked(trace))]),
);

/** What blocks alone, and as if each had begun when its thread was asked. */
export function asAsked(trace: Trace): Trace {
  const { late = 0 } = fromPlain(trace.input ?? null) as Threads;
  const asked = ({ start, ...call }: Call) => ({ ...call, start: { ...start, at: start.at - late } });
  return { ...trace, calls: blocking(trace).map(asked) };
}

/** Whether a thread was at work on it from then on (virtual ms), and it failed: so what floats from then is the job's own promise. */
const failsLaterOn = ({ on, start, end, how }: Call, at: number) =>
  on === "thread" && how !== "fulfilled" && start.at === at && end !== undefined && end.at > at;

const onLoop = (trace: Trace) => blocking(trace).filter(({ on }) => on === "loop");

function shareOne(trace: Trace): boolean {
  const all = blocking(trace).flatMap(({ within }) => within ?? []);
  return new Set(all).size < all.length;
}

/** Whether what a thread was still at work on had come out, as a value or in a list, or as an error. */
export function settledFromThread(trace: Trace): boolean {
  const { settled, value = null } = outcomeOf(trace);
  return blocking(trace).some(
    ({ on, end, value: own }) =>
      settled !== undefined &&
      on === "thread" &&
      (end?.seq ?? Number.POSITIVE_INFINITY) > settled.seq &&
      [value, ...partsOf(value)].some((part) => equal(part, own ?? null)),
  );
}
