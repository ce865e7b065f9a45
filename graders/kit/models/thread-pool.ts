// A pool of threads as a line (line.ts) whose places they are: one is taken from when `toThread` is called, be the job begun then or
// later. Serves 32, and 35.
import { show, toPlain } from "../../trace/plain.ts";
import { callsOf, outcomeOf, type Trace } from "../../trace/trace.ts";
import type { World } from "../../world/world.ts";
import { that } from "../expectations.ts";
import type { Finding, Mistakes } from "../grader.ts";
import { inputOf } from "../input.ts";
import { blockingJobs } from "../jobs.ts";
import { stands } from "../mistakes/slips.ts";
import { type Crowd, inWords as lineInWords, type Rules } from "./line.ts";
import * as lines from "./line-mistakes.ts";
import { asAsked, type Threads, threadMistakes, threads, threadsInWords } from "./threads.ts";

/** Visits are requests for a function that blocks, and places threads. */
export type Pool = Crowd & Threads;

/** Is told of the promise in whose turn those ask that follow a request: see `visiting`. */
type Tell = (promise: unknown) => void;

/**
 * `toThread`; the work of each request (by index), which is a call of the blocking `service` with its number; and `turnOf`, for
 * `visiting`: who follows a request asks in the turn in which that one's thread ends.
 */
export function poolOf(world: World, pool: Pool, service: string) {
  const [asked, blocking] = [threads(world, pool), blockingJobs(world, pool.visits, service)];
  const followed = new Map<number, Tell>();
  let begun = 0;
  return {
    toThread: <T>(job: () => T): Promise<T> => {
      const thread = asked(job);
      followed.get(begun)?.(thread);
      return thread;
    },
    work: (index: number): unknown => {
      begun = index;
      return blocking(index + 1);
    },
    turnOf: (index: number, tell: Tell) => void followed.set(index, tell),
  };
}

/** `With 2 threads and requests of 300 ms, 100 ms, for 3 handlers in turn, on threads that begin 100 ms later`. */
export function inWords(pool: Pool, kinds = 1): string {
  const of = kinds > 1 ? `, for ${kinds} handlers in turn` : "";
  return `${lineInWords(pool, "thread", "requests")}${of}${threadsInWords(pool)}`;
}

const numbered = (index: number) => index + 1;
const asLine = ({ visits, late = 0, ...load }: Pool): Crowd => {
  return { ...load, visits: visits.map((each) => ({ ...each, takes: each.takes + late })) };
};
/** The trace, and its input, as if each job began when its thread was asked, and took so much longer. */
const asInLine = (trace: Trace): Trace => ({
  ...asAsked(trace),
  input: toPlain(asLine(inputOf<Pool>(trace))),
});

/**
 * The service was called for each request when that had its turn for a thread; `late` after that. In which order those begin that
 * do in one ms is free.
 */
export function servedByPool(trace: Trace, service: string, pool: Pool): Finding[] {
  const { late = 0, visits } = pool;
  const starts = lines.startsOf(trace, service, [...visits.keys()].map(numbered));
  return lines.startsBy(asLine(pool)).map((turn, index) => {
    const [due, at] = [turn! + late, starts[index]];
    const when = at === undefined ? "was never called" : `was called at ${at} ms`;
    return that(at === due, `\`${service}(${index + 1})\` ${when}; expected ${due} ms.`);
  });
}

/** How many calls of handlers there were, on threads or on the loop, and how many requests. */
const worked = ({ calls }: Trace) => calls.filter(({ service }) => service !== "toThread").length;
const askedIn = ({ outcomes }: Trace) => Object.keys(outcomes).filter((label) => label !== "main").length;
/** Whether some requests are alike. */
function hasTwins(trace: Trace): boolean {
  const requests = (inputOf<{ requests?: unknown[] }>(trace).requests ?? []).map((each) =>
    show(toPlain(each)),
  );
  return new Set(requests).size < requests.length;
}

/** None of the service's calls was held up by another: they began in one ms, whenever that was. */
export function begunTogether(trace: Trace, service: string): Finding {
  const times = new Set(callsOf(trace, service).map(({ start }) => start.at));
  return that(times.size === 1, `\`${service}\` was held up by what has nothing to do with it.`);
}

/** No more threads were asked for than so many requests need. */
export function noThread(trace: Trace, others: number): Finding {
  const asked = callsOf(trace, "toThread").length;
  return that(asked <= others, "a request that needs no thread was given one.", {
    otherwise: "async-on-thread",
  });
}

/** The service was called for each of so many outcomes `NAME 1` and so on, with its number, in the ms in which that was asked for. */
export function calledWhenAsked(trace: Trace, service: string, name: string, count: number): Finding[] {
  return Array.from({ length: count }, (_, index) => {
    const { label, start } = outcomeOf(trace, `${name} ${index + 1}`);
    const call = callsOf(trace, service).find(({ args }) => args[0] === index + 1);
    const when = call ? `at ${call.start.at} ms` : "never";
    const message = `${label} came at ${start.at} ms, and \`${service}\` was called ${when}.`;
    return that(call?.start.at === start.at, message);
  });
}

/** Whether these rules, and not the right ones, explain when each began. The run's input is a Pool. */
export function explainedBy<Load extends Pool>(
  service: string,
  rulesOf: (load: Load) => Partial<Rules>,
): (trace: Trace) => boolean {
  return (trace) => {
    const [load, own] = [inputOf<Load>(trace), asInLine(trace)];
    const line = asLine(load);
    const seen = lines.startsOf(own, service, [...line.visits.keys()].map(numbered)).join();
    const fits = (rules?: Partial<Rules>) => lines.startsBy(line, rules).join() === seen;
    return !fits() && fits(rulesOf(load));
  };
}

/** How requests, with the outcomes `NAME 1` and so on, are served wrongly by a pool. */
export function poolMistakes(service: string, name: string, ids: readonly lines.WrongId[]): Mistakes {
  const by = (rulesOf: (load: Pool) => Partial<Rules>) => explainedBy(service, rulesOf);
  // With one thread in place of two it is one after the other.
  const counted = (trace: Trace) =>
    [1, -1].some((more) => by(({ places }) => ({ places: Math.max(2, places + more) }))(trace));
  const boundless = by(() => ({ places: Number.POSITIVE_INFINITY }));
  const givenTwice = by(() => ({ gives: () => 2 }));
  const queued = Object.entries(lines.mistakes(service, numbered, ids));
  return {
    "gives-up": queued.find(([id]) => id === "gives-up")![1],
    "runs-on-loop": threadMistakes["runs-on-loop"]!,
    "missing-return": ({ outcomes }) => Object.values(outcomes).some(({ state }) => state === "returned"),
    "floating-rejection": ({ floating }) => floating.length > 0,
    "settled-from-thread": (trace) =>
      callsOf(trace, service).some(({ args, end }) => {
        const { settled, state } = outcomeOf(trace, `${name} ${args[0]}`);
        return (
          settled !== undefined &&
          state !== "returned" &&
          settled.seq < (end?.seq ?? Number.POSITIVE_INFINITY)
        );
      }),
    "busy-wait": ({ timersMade, calls }) => timersMade.length > 2 * calls.length + 8,
    // The job itself gives its thread back, which it does at its beginning: if that is at once, there seems to be no pool.
    "released-too-early": (trace) =>
      (inputOf<Pool>(trace).late !== undefined || stands(trace, "counts in the job")) &&
      by(({ late = 0 }) => ({ keeps: () => late }))(trace),
    "wrong-count": (trace) => counted(trace) && !givenTwice(trace) && !boundless(trace),
    "double-release": (trace) => givenTwice(trace) && !counted(trace) && !boundless(trace),
    ...Object.fromEntries(
      queued.map(([id, shows]): [string, Mistakes[string]] => [id, (trace) => shows(asInLine(trace))]),
    ),
    unbounded: boundless,
    barging: overtaken(service, name),
    "repeated-call": (trace) => worked(trace) > askedIn(trace),
    "twins-merged": (trace) => hasTwins(trace) && worked(trace) < askedIn(trace),
  };
}

/** Whether somebody had a thread in the ms in which it asked, and another ended, though a third, which had asked before, had none yet. */
const overtaken = (service: string, name: string) => (trace: Trace) => {
  const all = inputOf<Pool>(trace).visits.map((_, index) => {
    const { start } = outcomeOf(trace, `${name} ${index + 1}`);
    const call = callsOf(trace, service).find(({ args }) => args[0] === index + 1);
    return {
      asked: start,
      begun: call?.start ?? { at: Number.POSITIVE_INFINITY, seq: Number.POSITIVE_INFINITY },
    };
  });
  const ends = new Set(callsOf(trace, service).map(({ end }) => end?.at));
  return all.some(
    ({ asked, begun }) =>
      begun.at === asked.at &&
      ends.has(asked.at) &&
      all.some((other) => other.asked.seq < asked.seq && other.begun.seq > begun.seq),
  );
};
