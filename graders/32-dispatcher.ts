// What a dispatcher promises: `async def` on the loop, at once, and `def` on the threads of one pool, in turn.
import { apart } from "./kit/apart.ts";
import { failures } from "./kit/as-it-went.ts";
import { called, fulfilled, loopNeverLate, startedTogether } from "./kit/expectations.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { inputOf } from "./kit/input.ts";
import * as jobs from "./kit/jobs.ts";
import { errorNamed, FALSY, failing, type Job, returning } from "./kit/jobs.ts";
import { isFalsy } from "./kit/mistakes/values.ts";
import { after } from "./kit/models/clients.ts";
import { gotTheirs, handlers, pages, requestMistakes } from "./kit/models/handlers.ts";
import { crowd, visiting } from "./kit/models/line.ts";
import { ownFailures } from "./kit/models/line-failures.ts";
import { ownOutcomes } from "./kit/models/line-judged.ts";
import { QUEUED } from "./kit/models/line-mistakes.ts";
import { telling } from "./kit/models/line-telling.ts";
import { noMoreSince } from "./kit/models/places-judged.ts";
import { smallCrowds } from "./kit/models/small-crowds.ts";
import * as pools from "./kit/models/thread-pool.ts";
import { madeBy, peakConcurrency, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/32-dispatcher/dispatcher.ts");

/**
 * `kinds`: so many `def` handlers, for which the requests are in turn; one if not given. `split`: each has a dispatcher of its own,
 * with the same `toThread`. `others`: requests for an `async def` handler. `requests`: what is requested, if not a page of its own
 * each; by the visits, and then by the others. `unsaid`: nobody says how many threads there are. `beats`: there is a heartbeat.
 */
type More = { kinds: number; others: Job[]; requests: unknown[]; split: true; unsaid: true; beats: true };
type Load = pools.Pool & Partial<More>;
const [DEF, ASYNC] = ["def handler", "async handler"] as const;
const [REQUEST, OTHER] = ["Request", "Request on the loop"] as const;
const ids = [...QUEUED, "unbounded", "barging"] as const;
const mistakes: Mistakes = {
  ...requestMistakes,
  "limit-per-handler": pools.explainedBy<Load>(DEF, ({ kinds = 1 }) => ({ lane: (index) => index % kinds })),
  ...pools.poolMistakes(DEF, REQUEST, ids),
};

const dispatching = {
  mistakes,
  mayPend: true as const,
  async scenario(world: World, { createDispatcher }: Student, load: Load) {
    const { visits, places, others = [], kinds = 1 } = load;
    if (load.beats) world.heartbeat("heartbeat", 100, 50);
    const { requests, handler } = handlers(world, load.requests ?? pages([...visits, ...others].length));
    const { toThread, work, turnOf } = pools.poolOf(world, load, DEF);
    const create = () => createDispatcher({ toThread, ...(!load.unsaid && { threads: places }) });
    const [dispatcher, def] = [create(), handler(0, visits.length, work)];
    const own = () => (load.split ? create() : dispatcher);
    const defs = Array.from({ length: kinds }, () => own().def((request: unknown) => def(request)));
    const service = jobs.jobService(world, others, ASYNC);
    const onLoop = dispatcher.asyncDef(handler(visits.length, Infinity, (index) => service(index + 1)));
    await Promise.all([
      visiting(world, visits, REQUEST, (index) => defs[index % kinds]!(requests[index]), turnOf),
      visiting(world, others, OTHER, (index) => onLoop(requests[visits.length + index])),
    ]);
  },
  says({ kinds = 1, others = [], unsaid, ...load }: Load) {
    if (unsaid) return `With ${load.visits.length} requests, and no word of threads`;
    const more = others.length > 0 ? `, and async requests of ${jobs.inWords(others)}` : "";
    return `${pools.inWords(load, kinds)}${more}`;
  },
};

const inTurn = (trace: Trace, load: Load) => pools.servedByPool(trace, DEF, load);
const comeTo = (trace: Trace, { visits, others = [] }: Load, asked: "values" | "failures") => [
  ...ownOutcomes(trace, visits, REQUEST, DEF, asked),
  ...ownOutcomes(trace, others, OTHER, ASYNC, asked),
];
const alike = { ...crowd(4, 300, 100, 200, 100), others: [returning(100), returning(200)] };
const one = (job: Job): Load => ({ ...crowd(1, 100, job, 100), others: [job] });

export default grader<Student>("32-dispatcher", [
  check("story", "serves four def requests of 1000 ms on two threads in 2000 ms, and keeps the loop free", {
    points: 2,
    cast: [{ ...crowd(2, 1000, 1000, 1000, 1000), beats: true }],
    ...dispatching,
    expect: (trace, { visits }) => [
      ...visits.map((_, index) => fulfilled(trace, { label: `${REQUEST} ${index + 1}` })),
      fulfilled(trace, { at: 2000 }),
      loopNeverLate(trace),
    ],
  }),
  check("order", "calls def handlers in the order of the requests, each as soon as a thread is free", {
    points: 1,
    cast: telling(ids, { later: true, latest: 2 }),
    explored: { of: "requests", inputs: smallCrowds({ later: true, inTurn: true }), gaps: 5 },
    ...dispatching,
    expect: inTurn,
  }),
  check("pool", "has one pool for all def handlers, and a thread is taken until its promise settles", {
    points: 1,
    cast: [
      { ...crowd(2, 600, 200, 100, 300, 100), late: 100 },
      { ...crowd(2, 500, 300, 400, 600, 200, 600), kinds: 2 },
      { ...crowd(3, 600, 100, 500, 300, 200, 600, 300), kinds: 2 },
    ],
    ...dispatching,
    expect: inTurn,
  }),
  check("async", "calls async def handlers on the loop, at once, also when every thread is taken", {
    points: 2,
    cast: [
      { ...crowd(1, 500, 300), others: [returning(400), after(100, 200), after(0, 300)], late: 100 },
      { ...crowd(2, 300, 300), others: [after(50, 300), after(100, 100)], requests: Array(4).fill("/") },
      // More than there are threads.
      { ...crowd(1), others: [returning(303), returning(100), returning(200)] },
    ],
    ...dispatching,
    expect: (trace, { visits, others = [] }: Load) => [
      pools.noThread(trace, visits.length),
      ...pools.calledWhenAsked(trace, ASYNC, OTHER, others.length),
      ...ownOutcomes(trace, others, OTHER, ASYNC),
    ],
    mistakes: { ...mistakes, "async-waits-for-pool": (trace) => !inputOf<Load>(trace).requests },
  }),
  check("values", "hands each handler its very request, once, and hands back what it comes to", {
    points: 1,
    cast: [
      { ...crowd(2, 300, 100, 200), others: [returning(100_003), returning(300)] },
      { ...alike, requests: Array(6).fill("/burgers") },
      { ...crowd(1, 300, 100_003, 200, 100), others: [], requests: Array(4).fill("/burgers") },
      { ...alike, requests: Array.from({ length: 6 }, () => ({ path: "/burgers" })) },
      ...[["list"], errorNamed("Error"), ...FALSY, NaN].map((value) => one(returning(200, value))),
      { ...alike, visits: alike.visits.slice(0, 3), requests: [...FALSY] },
    ],
    ...dispatching,
    expect: (trace, load) => [
      ...gotTheirs(trace, [...load.visits, ...(load.others ?? [])].length),
      ...comeTo(trace, load, "values"),
    ],
    mistakes: {
      ...mistakes,
      "outcome-by-value": ({ outcomes }) => Object.values(outcomes).some(({ state }) => state === "rejected"),
      "falsy-is-nothing": (trace) => [`${DEF} 2`, "request 1"].some((name) => isFalsy(madeBy(trace, name))),
    },
  }),
  check("failure", "rejects with what a handler fails with, and loses no thread by that", {
    points: 1,
    cast: [
      crowd(2, failing(200), failing(300), 100, 400, failing(100), 200),
      ...[crowd(2, failing(200), 600, 300, 300, 300, 300), crowd(1, failing(300), after(700, 100))],
      ...["no Error", ...FALSY].map((value) => one(failing(200, value))),
    ],
    ...dispatching,
    expect: (trace, load) => [
      called(trace, DEF, { atLeast: load.visits.length, otherwise: "leak-on-throw" }),
      ...comeTo(trace, load, "failures"),
      noMoreSince(trace, DEF, failures(trace, DEF)[0]?.end),
    ],
    mistakes: {
      "settled-from-thread": mistakes["settled-from-thread"]!,
      ...ownFailures(REQUEST, ({ calls }) => calls),
      "double-release": (trace) => peakConcurrency(trace, DEF) > 2,
    },
  }),
  check("default", "has 40 threads if it is not told how many", {
    points: 1,
    cast: [{ ...crowd(40, ...Array<number>(42).fill(100)), unsaid: true }],
    ...dispatching,
    expect: (trace) => [startedTogether(trace, DEF, { count: 40 })],
    mistakes: { ...mistakes, "wrong-default": () => true },
  }),
  check("apart", "keeps dispatchers apart", {
    points: 1,
    // What takes no time holds up nobody, wherever it runs.
    ...apart(
      dispatching,
      {
        "A dispatcher": { ...crowd(1, 0, 0, 0), late: 200, others: [returning(100)] },
        "One of two threads": { ...crowd(2, 0, 0, 0), late: 300, kinds: 2 },
        "Two with one toThread": { ...crowd(1, 0, 0), late: 300, kinds: 2, split: true },
      },
      { free: /^toThread/, own: (part, { split }: Load) => [split && pools.begunTogether(part, DEF)] },
    ),
  }),
]);
