// What becomes of a request's handler, its thread and its tasks beside the answer and after it. Serves 35.
import { equal, type Plain, show } from "../../trace/plain.ts";
import { callsOf, madeBy, notesOf, outcomeOf, type Trace } from "../../trace/trace.ts";
import { called, nothingLeft, settledInWords, startedTogether, that } from "../expectations.ts";
import type { Finding, Mistakes } from "../grader.ts";
import { inputOf } from "../input.ts";
import { isFailure } from "../jobs.ts";
import { partsOf } from "../mistakes/values.ts";
import { line, type Rules } from "./line.ts";
import { servedInTurn } from "./line-judged.ts";
import { mistakes, QUEUED, startsBy, startsOf } from "./line-mistakes.ts";
import { madeAs } from "./needs.ts";
import * as needed from "./needs-judged.ts";
import {
  ANSWERED,
  type Load,
  nameOf,
  numbered,
  ON_LOOP,
  ON_THREAD,
  pathOf,
  tasksOf,
  VALUES,
} from "./requests.ts";
import { dueOf, handlerCall, isGivenUp, serviceOf, toldAt } from "./requests-judged.ts";
import { toldWhenOver } from "./shutdown.ts";

/** How many threads a server has that is not told how many. */
const DEFAULT_THREADS = 40;

/** Each handler for a thread was called in turn, as soon as there was one, and each other one at once. */
export function begunInTurn(trace: Trace, { visits, places }: Load): Finding[] {
  if (places === 0)
    return [startedTogether(trace, ON_THREAD, { count: DEFAULT_THREADS, otherwise: "wrong-default" })];
  const own = [...visits.keys()].filter((index) => visits[index]!.kind === "def");
  const others = [...visits.keys()].filter((index) => !own.includes(index));
  const crowd = { places, visits: own.map((index) => visits[index]!) };
  return [
    ...servedInTurn(trace, ON_THREAD, crowd, (index) => own[index]! + 1),
    called(trace, ON_LOOP, {
      at: others.map((index) => outcomeOf(trace, nameOf(index)).start.at),
      otherwise: "async-waits-for-pool",
    }),
  ];
}

/** Of two requests that are ready at once the second one's handler was called when the first one's had ended, before its tear-down. */
function threadFreed(trace: Trace): Finding {
  const [first, second] = callsOf(trace, ON_THREAD);
  const message = `The second handler was called ${second ? `at ${second.start.at} ms` : "never"}; the first one had ended at ${first?.end?.at} ms.`;
  if (!first?.end) return undefined;
  const held = (second?.start.at ?? Number.POSITIVE_INFINITY) > first.end.at;
  return that(second?.start.at === first.end.at, message, held ? { otherwise: "thread-held-too-long" } : {});
}

/** Of two requests for handlers that need something: threads go on, and each has what is its own. */
export function besideAnother(trace: Trace, load: Load): Finding[] {
  return load.places > 0 ? [threadFreed(trace)] : ownValues(trace, load);
}

/** Each handler was given what was set up for its own request, the one after the other. */
function ownValues(trace: Trace, { visits, needs = [] }: Load): Finding[] {
  const notes = notesOf(trace, VALUES);
  return visits.map((_, time) => {
    const props = needs.map(({ name }): [string, Plain] => [name, madeBy(trace, madeAs(name, time))]);
    const values = notes[time]?.value ?? null;
    const message = `the values of the handler of request ${time + 1} were ${show(values)}.`;
    return that(equal(values, { t: "object", props }), message, { otherwise: "shared-state" });
  });
}

/** Mistakes in who is called when, and where. */
export const threadMistakes: Mistakes = {
  "runs-on-loop": ({ calls }) => calls.some(({ on }) => on === "loop"),
  "limit-per-handler": (trace) => {
    const load = inputOf<Load>(trace);
    const pathAt = (index: number) => load.visits[index]!.path ?? pathOf(index);
    const lane = (index: number) => load.visits.findIndex((_, first) => pathAt(first) === pathAt(index));
    const seen = startsOf(trace, ON_THREAD, [...load.visits.keys()].map(numbered)).join();
    const fits = (rules?: Partial<Rules>) => startsBy(load, rules).join() === seen;
    return fits({ lane }) && !fits() && !fits({ places: Number.POSITIVE_INFINITY });
  },
  ...mistakes(ON_THREAD, numbered, [...QUEUED, "unbounded", "leak-on-throw"]),
};

/**
 * Who is given up leaves the line for a thread; who is at work keeps its thread. By that each handler was called, or was not. Of
 * handlers on the loop there is nothing to say.
 */
export function threadsKept(trace: Trace, { visits, places, timeoutMs = Infinity, needs }: Load): Finding {
  // What is needed first takes its time.
  if (places === 0 || needs || trace.blocked.length > 0) return undefined;
  const all = visits.map((each) => ({ ...each, leaves: Math.min(each.leaves ?? Infinity, timeoutMs) }));
  const { stays } = line(all, { places });
  const seen = startsOf(trace, ON_THREAD, [...visits.keys()].map(numbered));
  const odd = stays.findIndex(({ starts }, index) => starts !== seen[index]);
  const [{ starts, left } = {}, at] = [stays[odd], seen[odd]];
  const when = (ms: number | undefined) => (ms === undefined ? "never" : `at ${ms} ms`);
  const held = stays.some(({ asks, ends = 0 }, index) => ends > asks + all[index]!.leaves);
  const early = starts !== undefined && at !== undefined && at < starts;
  const freed = early && (held ? "thread-freed-by-timeout" : "double-release");
  const lost = starts !== undefined && at === undefined && "abort-keeps-place";
  const gone = left !== undefined && at !== undefined && at >= left && "starts-when-given-up";
  const otherwise = gone || freed || lost || undefined;
  return that(
    odd < 0,
    `The handler of request ${odd + 1} was called ${when(at)}; expected ${when(starts)}.`,
    {
      otherwise,
    },
  );
}

/** The signals of the handlers aborted when their requests were given up, and no others ever did. */
export function toldInTime(trace: Trace, load: Load): Finding[] {
  return load.visits.map((_, index) => {
    const [{ at, status }, call] = [dueOf(trace, load, index), handlerCall(trace, load, index)];
    if (!call || call.on === "loop" || call.start.at > at) return undefined;
    const aborted = toldAt(trace, load, index);
    const when = aborted === undefined ? "never aborted" : `aborted at ${aborted} ms`;
    const message = `The signal of request ${index + 1} ${when}`;
    if (!isGivenUp(status))
      return that(aborted === undefined, `${message}, though it was not given up.`, {
        otherwise: "aborts-after-success",
      });
    const otherwise = call.on === "async" && !call.signal ? "signal-not-passed" : "work-goes-on";
    return that(aborted === at, `${message}; it was given up at ${at} ms.`, { otherwise });
  });
}

/** What the one handler needs was set up, got to it, and was torn down after it, whatever it came to. */
export function needsServed(trace: Trace, load: Load): Finding[] {
  const { needs = [] } = load;
  const [service, values] = [serviceOf(load, 0), notesOf(trace, VALUES)[0]?.value];
  return [
    ...needed.setUpInTurn(trace, needs, 0),
    ...needed.handlerServed(trace, needs, { service, values }),
    ...tornDown(trace, load),
    needed.thrownIn(trace, callsOf(trace, service)[0]),
  ];
}
export function tornDown(trace: Trace, load: Load): Finding[] {
  return needed.tornDownInTurn(trace, load.needs ?? [], callsOf(trace, serviceOf(load, 0))[0]?.end?.at);
}

/**
 * The tasks of each request that was served were begun once whoever waited had the answer: in that ms, or the next (which is
 * where a timer of 0 ms comes), or one after the other.
 */
export function tasksBegun(trace: Trace, { visits }: Load): Finding[] {
  return visits.flatMap(({ tasks = [] }, index) => {
    const answer = notesOf(trace, ANSWERED).find(({ value }) => value === index + 1);
    const { at, seq } = answer ?? { at: 0, seq: Infinity };
    const own = tasksOf(visits, index).map((number) =>
      callsOf(trace, "task").filter(({ args }) => args[0] === number),
    );
    const begun = own.flat();
    const some = begun.length > 0 && tasks.some(isFailure);
    const whose = `of request ${index + 1}`;
    return [
      that(
        begun.every(({ start }) => start.seq > seq),
        `a task ${whose} began before the answer was there.`,
        {
          otherwise: "background-before-response",
        },
      ),
      that(
        own.every(({ length }) => length > 0),
        `a task ${whose} was never begun.`,
        {
          otherwise: some ? "background-failure-stops-rest" : "tasks-lost",
        },
      ),
      that(begun.length <= own.length, `a task ${whose} was begun twice.`, { otherwise: "repeated-call" }),
      that(
        tasks.length === 0 || begun.some(({ start }) => start.at <= at + 1),
        `no task ${whose} began at ${at} ms.`,
        {
          otherwise: "late-start",
        },
      ),
    ];
  });
}

/** Nothing is left once it has been answered; what a timer of 0 or 1 ms is for is over by the next. */
export function nothingLeftBehind(trace: Trace): Finding {
  const { left } = trace;
  const timers = left?.timers.filter(({ ms }) => ms > 1) ?? [];
  return nothingLeft(left ? { ...trace, left: { ...left, timers } } : trace);
}

/**
 * Who came before the first shutdown was served, and told of no abort; who came later was answered 503, at once. Each `shutdown()`
 * resolved when all that had begun had ended, or 1 ms later.
 */
export function shutDown(trace: Trace, load: Load): Finding[] {
  const { shutdowns = [], visits } = load;
  const forgets = visits.some(({ tasks }) => tasks) && "shutdown-forgets-background";
  const over = toldWhenOver(trace, "shutdown()", shutdowns.length, undefined, 1).map((found) => {
    const early = found?.misconception === "leaves-before-tasks-end";
    return found && early && forgets ? { ...found, misconception: forgets } : found;
  });
  const answers = visits.map((_, index): Finding => {
    const [{ at, status }, outcome] = [dueOf(trace, load, index), outcomeOf(trace, nameOf(index))];
    const [got = null] = partsOf(outcome.value ?? null);
    const told = `${nameOf(index)} ${settledInWords(outcome)}`;
    if (status === 503)
      return that(got === 503 && outcome.settled?.at === at, `${told}; expected 503 at ${at} ms.`, {
        otherwise: "shutdown-closes-late",
      });
    // What it is answered, and when, is for other checks.
    const [ends, stopped] = [
      handlerCall(trace, load, index)?.end?.at ?? 0,
      toldAt(trace, load, index) ?? Infinity,
    ];
    const served = outcome.settled && got !== 503 && (isGivenUp(status) || stopped >= ends);
    return that(Boolean(served), `${told}, and had come before the shutdown.`, {
      otherwise: "shutdown-drops-work",
    });
  });
  return trace.blocked.length > 0 ? [] : [...answers, ...over];
}
