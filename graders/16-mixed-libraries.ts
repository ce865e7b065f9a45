// What asyncify and fetchPages promise: what blocks runs on threads, all at once, and comes out as if it had been asynchronous.
import { apart } from "./kit/apart.ts";
import { rejectedWithFirst } from "./kit/as-it-went.ts";
import { called, fulfilled, loopNeverLate, startedTogether } from "./kit/expectations.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { blockingService, FALSY, failing, inWords, type Job, jobList, MADE, returning } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { isFalsy } from "./kit/mistakes/values.ts";
import { failureMistakes } from "./kit/models/failure.ts";
import { visiting } from "./kit/models/line.ts";
import * as model from "./kit/models/threads.ts";
import { fromPlain } from "./trace/plain.ts";
import { callsOf, madeBy, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/16-mixed-libraries/mixed-libraries.ts");

/**
 * What the calls of `fn` do, made with these `args` (with their numbers if not given); or those of `requestsGet`, one for
 * each of the `urls`. Calls that are alike do what the first of them does. There is a heartbeat if it `beats`.
 */
type Cast = model.Threads & { jobs: Job[]; args?: unknown[][]; urls?: string[]; beats?: boolean };
const ARGUMENTS = [["tea", 2, "cups"], [undefined, 0, "", null, false], [...Array(12).keys()]];
const menu = (...all: (number | Job)[]): Cast => {
  return { jobs: jobList(...all), urls: all.map((_, index) => `/burgers/${index + 1}`) };
};
const castOf = ({ input = null }: Trace) => fromPlain(input) as Cast;
const argsOf = ({ jobs, args, urls }: Cast): unknown[][] =>
  args ?? urls?.map((url) => [url]) ?? jobs.map((_, index) => [index + 1]);
/** By their first arguments calls are told apart. */
const things = (cast: Cast) => argsOf(cast).map(([first]) => first);
/** Whether each thread called it with the last of several urls. */
const readTooLate = (trace: Trace) => {
  const [got, want] = [model.blocking(trace).map(({ args }) => args[0]), things(castOf(trace))];
  return got.length > 1 && got.every((url) => url === want.at(-1)) && new Set(want).size > 1;
};
const fewer = (trace: Trace) => model.blocking(trace).length < castOf(trace).jobs.length;
const mistakes: Mistakes = {
  ...model.threadMistakes,
  "repeated-call": (trace) => model.blocking(trace).length > castOf(trace).jobs.length,
  "missing-return": (trace) => castOf(trace).jobs.length === 1 && gathered.nothingReturned(trace),
  ...model.gatheredMistakes,
  ...failureMistakes,
  "falsy-is-nothing": model.gatheredMistakes["falsy-is-nothing"]!,
  "read-too-late": readTooLate,
  "lost-arguments": (trace) => callsOf(trace, "requestsGet").some(({ args }) => typeof args[0] !== "string"),
  "twins-merged": (trace) => fewer(trace) && new Set(things(castOf(trace))).size < castOf(trace).jobs.length,
  "shared-state": fewer,
};

const play = {
  scenario(world: World, { asyncify, fetchPages }: Student, cast: Cast) {
    const { jobs, urls, beats } = cast;
    if (beats) world.heartbeat("heartbeat", 100, 50);
    if (beats) world.at(2500, () => {}); // A beat that is due must come, also if all was over before it could.
    const toThread = model.threads(world, cast);
    const blocking = (name: string) => blockingService(world, jobs, name, things(cast)) as () => any;
    if (urls) return model.returned(world, () => fetchPages([...urls], blocking("requestsGet"), toThread));
    const call: (...args: unknown[]) => unknown = asyncify(blocking("fn"), toThread);
    const ask = (index: number) => model.returned(world, () => call(...argsOf(cast)[index]!));
    return jobs.length === 1 ? ask(0) : visiting(world, jobs, "Call", ask);
  },
  says: (cast: Cast) =>
    `With ${cast.urls ? "pages" : cast.jobs.length > 1 ? "calls" : "a call"} of ${inWords(cast.jobs)}${model.threadsInWords(cast)}`,
  mistakes,
};

/** Who holds up the loop, or settles from a thread, is not asked here to be in time. */
const failedFirst = (trace: Trace, service: string) => {
  const atOnce = trace.blocked.length === 0 && !model.settledFromThread(trace);
  return rejectedWithFirst(trace, { service, atOnce });
};
/** When each call begins on its thread (virtual ms). */
const beginnings = ({ jobs, late = 0 }: Cast) =>
  jobs.map((_, index) => jobs.slice(0, index + 1).reduce((sum, { after = 0 }) => sum + after, late));

/** What takes no time holds up nobody, wherever it runs. */
const ALONE: Record<string, Cast> = {
  "A call": { jobs: jobList(0), late: 250 },
  "Calls of one function": { jobs: jobList(0, { ...returning(0), after: 100 }), late: 250 },
  "A call that fails": { jobs: [failing(0)], late: 250 },
  Pages: { ...menu(0, 0), late: 250, lag: 200 },
};

export default grader<Student>("16-mixed-libraries", [
  check("story", "runs a function that blocks for 2000 ms on a thread, and keeps the loop free", {
    points: 1,
    cast: [{ jobs: jobList(2000), beats: true }],
    ...play,
    expect: (trace) => [fulfilled(trace, { at: 2000, value: madeBy(trace, "fn 1") }), loopNeverLate(trace)],
  }),
  check("time", "gets all pages at the same time, in that of the slowest, and keeps the loop free", {
    points: 2,
    cast: [
      { ...menu(2000, 2000, 2000), beats: true },
      { ...menu(...Array.from({ length: 24 }, (_, index) => 103 + 70 * index)), late: 300, beats: true },
    ],
    ...play,
    expect: (trace, { jobs, late = 0 }: Cast) => [
      startedTogether(trace, "requestsGet", { count: jobs.length, at: late }),
      fulfilled(trace, { at: late + Math.max(...jobs.map(({ takes }) => takes)) }),
      loopNeverLate(trace),
    ],
  }),
  check("thread", "runs fn once for each call, at once, on a thread of its own", {
    points: 1,
    cast: [
      { jobs: jobList(300, 200, { ...returning(400), after: 100 }) },
      { jobs: jobList(300, 300, 300), args: [["tea"], ["tea"], ["tea"]], late: 100 },
    ],
    ...play,
    expect: (trace, cast) => [
      ...model.onOwnThreads(trace, "fn", cast.jobs.length),
      called(trace, "fn", { at: beginnings(cast) }),
    ],
  }),
  check("arguments", "hands over all arguments, and hands back whatever fn returns", {
    points: 1,
    cast: [
      ...ARGUMENTS.map((args): Cast => ({ jobs: jobList(300), args: [args], late: 100 })),
      ...[...FALSY, Number.NaN, ["tea"]].map(
        (value): Cast => ({ jobs: [returning(200, value)], args: [[]] }),
      ),
    ],
    ...play,
    expect: (trace, cast) => [
      called(trace, "fn", { args: argsOf(cast), otherwise: "lost-arguments" }),
      fulfilled(trace, { value: madeBy(trace, "fn 1") }),
    ],
    mistakes: { ...mistakes, "falsy-is-nothing": (trace) => isFalsy(madeBy(trace, "fn 1")) },
  }),
  check("failure", "rejects with what fn throws, or with what toThread fails with, whatever that is", {
    points: 1,
    cast: [
      { jobs: [failing(300)] },
      ...[MADE, ...FALSY].map((value): Cast => ({ jobs: [failing(200, value)], late: 100 })),
      ...[MADE, undefined].map((value): Cast => ({ jobs: jobList(300), refusal: failing(200, value) })),
    ],
    ...play,
    expect(trace, { refusal }) {
      const service = refusal ? "toThread" : "fn";
      // Who asks for no thread cannot be refused one.
      return refusal && callsOf(trace, service).length === 0 ? [] : [failedFirst(trace, service)];
    },
  }),
  check("order", "resolves to a page for each url, also for equal ones, in the order of the urls", {
    points: 2,
    cast: [
      menu(300, 100, 200),
      { ...menu(200, 500, 100, 400, 300), late: 100 },
      { ...menu(300, 200, 300, 200), urls: [1, 2, 1, 2].map((number) => `/burgers/${number}`) },
      menu(300, returning(200, ""), 100),
      menu(),
    ],
    ...play,
    expect: (trace, cast) => [
      called(trace, "requestsGet", { times: cast.jobs.length }),
      fulfilled(trace, {
        value: things(cast).map((url, _, all) => madeBy(trace, `requestsGet ${all.indexOf(url) + 1}`)),
      }),
    ],
    mistakes: { "empty-hangs": (trace) => castOf(trace).jobs.length === 0, ...mistakes },
  }),
  check("first-failure", "rejects with the first failure, at once, and lets no later one float", {
    points: 1,
    cast: [
      menu(700, failing(300), 500),
      { ...menu(failing(700), failing(300), failing(1000)), late: 100 },
      menu(600, failing(900), failing(300, undefined), failing(400)),
    ],
    ...play,
    expect: (trace) => [failedFirst(trace, "requestsGet")],
  }),
  check("apart", "keeps calls apart that overlap or follow each other", {
    points: 1,
    ...apart(play, ALONE, {
      own: (part, cast) => (cast.urls ? [] : [model.eachItsOwn(part, things(cast))]),
    }),
  }),
]);
