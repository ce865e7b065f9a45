// What coroutine promises: calling runs nothing, the first `then` starts the body, and its one run serves every awaiter.
import { fulfilledWithLast, rejectedWithFirst } from "./kit/as-it-went.ts";
import { called, fulfilled, noted, startedTogether } from "./kit/expectations.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import * as jobs from "./kit/jobs.ts";
import { FALSY, failing, type Job, returning, throwing } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { isErrorNamed, isFalsy } from "./kit/mistakes/values.ts";
import * as awaiters from "./kit/models/awaiters.ts";
import { noCopy } from "./kit/no-copy.ts";
import { equal, toPlain } from "./trace/plain.ts";
import { type Call, callsOf, madeBy, notesOf, peakConcurrency, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/02-calling-vs-running/calling-vs-running.ts");

/** Whether nothing was called, without an error that would explain it, or a body that was named in place of a call. */
const neverBegan = ({ calls, program, outcomes: { main } }: Trace) =>
  calls.length === 0 &&
  !program?.uncalled.includes("body") &&
  main?.state !== "threw" &&
  !(main?.state === "rejected" && !isErrorNamed(main.value, "TypeError", /then/));
/** What the trace of one cold object shows. Bodies that end with something falsy come after others. */
const mistakes: Mistakes = {
  ...awaiters.oneRun,
  "falsy-is-nothing": ({ calls: [call] }) => call?.end !== undefined && isFalsy(call.value!),
  ...awaiters.mistakes,
  "runs-per-await": ({ calls }) => calls.length > 1,
  "never-starts": neverBegan,
};

interface Cast {
  /** One that returns after 0 ms returns no promise, but the value itself. */
  body: Job;
  /** How it is awaited, 307 ms after the call if the body returns. Without, by four awaiters. */
  way?: string;
  /** The body itself asks for the outcome, too, as soon as it runs. */
  inside?: boolean;
}
const inTime = (way: string): Cast => ({ body: returning(101), way });
const isPlain = ({ takes, ends }: Job) => takes === 0 && ends === "returns";
const awaiting = {
  async scenario(world: World, { coroutine }: Student, { body, way, inside }: Cast) {
    const [value] = jobs.makeValues(world, [body], "body");
    const run = isPlain(body)
      ? world.blocking("body", { costs: 0, returns: value })
      : world.service("body", jobs.answerOf(body, value));
    const own: PromiseLike<unknown>[] = [];
    const cold = coroutine(() => {
      for (const thing of own.splice(0)) thing.then(world.sink("its own"));
      return run();
    })();
    if (inside) own.push(cold);
    if (way && !jobs.isFailure(body)) await world.wait(307);
    return way ? awaiters.WAYS[way]!(cold) : awaiters.askAll(world, cold);
  },
  says: ({ body, way, inside }: Cast) =>
    `With a body of ${jobs.inWords([body])}${isPlain(body) ? ", no promise" : ""}${way ? `, awaited with ${way}` : ""}${inside ? ", which asks for its own outcome" : ""}`,
  mistakes,
};
/** The body ran once, and each of four awaiters got what it came to, as soon as it was there. */
const eachGets = (trace: Trace, { body }: Cast) => [
  called(trace, "body", { times: 1 }),
  ...awaiters.allGot(trace, { fails: jobs.isFailure(body), value: madeBy(trace, "body 1") }),
];
/** Whether one began before then (virtual ms); whether the first began later. */
const early = (ms: number) => (trace: Trace) => trace.calls.some(({ start }) => start.at < ms);
const late = (ms: number) => (trace: Trace) => (trace.calls[0]?.start.at ?? 0) > ms;

/** Whether it awaited what it was given: nobody else does. */
const givenAwaited = ({ calls }: Trace) => /^handed over/.test(String(calls[1]?.args[0]));
const ORDER = { burgers: 2 };
const PAIR = [300, "a"];
const OTHERS = [PAIR, [100, 0, "", null, undefined, false], PAIR, [undefined, 0]];
const ARGS = [[ORDER], ...OTHERS];
const bodies = (trace: Trace): Trace => ({ ...trace, calls: callsOf(trace, "body") });
const isGiven = ({ args }: Call) => ARGS.some((want) => equal({ t: "array", items: args }, toPlain(want)));
export default grader<Student>("02-calling-vs-running", [
  check("story", "two cold ones, made together and awaited in turn, take 2000 ms", {
    points: 2,
    scenario: async (world, { coroutine }) => {
      const fetchData = coroutine(world.service("fetchData", { returns: (id) => ({ id }) }));
      const [first, second] = [fetchData(1), fetchData(2)];
      return [await first, await second];
    },
    expect: (trace) => [
      fulfilled(trace),
      called(trace, "fetchData", { at: [0, 1000] }),
      fulfilled(trace, { at: 2000, value: [{ id: 1 }, { id: 2 }] }),
    ],
    mistakes: {
      "eager-start": (trace) => peakConcurrency(trace) === 2,
      "never-starts": neverBegan,
      "late-start": late(0),
      "lost-arguments": ({ calls }) => calls.some(({ args: [id] }) => id !== 1 && id !== 2),
      "shared-state": ({ calls, outcomes: { main } }) =>
        (calls.length === 1 && main?.state !== "rejected") || calls[0]?.args[0] === calls[1]?.args[0],
    },
  }),
  check("cold", "calling runs nothing: the body starts when `then` is first called", {
    points: 2,
    cast: [...Object.keys(awaiters.WAYS).map(inTime), { body: returning(300_007), way: "await" }],
    ...awaiting,
    expect: (trace) => [
      called({ ...trace, calls: trace.calls.slice(0, 1) }, "body", { at: [307] }),
      fulfilledWithLast(trace),
      fulfilled(trace, { value: madeBy(trace, "body 1") }),
    ],
    mistakes: {
      "eager-start": early(307),
      "late-start": late(307),
      ...mistakes,
      "sync-throw-escapes": awaiters.callbackThrew,
    },
  }),
  check("unawaited", "one that is never awaited never runs", {
    points: 1,
    scenario: async (world, { coroutine }) => {
      const body = coroutine(world.service("body"));
      const cold = [body("left alone"), body("awaited"), body("only looked at")];
      world.note("looked at", typeof cold[2]?.then);
      await world.wait(203);
      await cold[1];
      await coroutine((_given: unknown) => 0)(body("handed over, and left alone"));
      await world.wait(5000);
    },
    expect: (trace) => [called(trace, "body", { times: 1 })],
    mistakes: { "eager-start": early(203), "never-starts": neverBegan, "lost-arguments": givenAwaited },
  }),
  check("apart", "each call is a run of its own, with its own arguments", {
    points: 1,
    scenario: (world, { coroutine }) => {
      const order = world.made("order", { ...ORDER });
      const body = coroutine(world.service("body", { takes: 303, returns: (...args: unknown[]) => args }));
      const inner = coroutine(world.service("inner", { takes: 251, returns: (id) => `inner ${id}` }));
      const outer = coroutine(async () => [await inner(1), await inner(2)]);
      return Promise.all([...[[order], ...OTHERS].map((args) => body(...args)), outer()]);
    },
    expect: (trace) => [
      called(trace, "body", { args: ARGS }),
      startedTogether(trace, "body", { count: ARGS.length, at: bodies(trace).calls[0]?.start.at ?? 0 }),
      fulfilled(trace, { value: [...ARGS, ["inner 1", "inner 2"]] }),
      noCopy(trace, "order"),
    ],
    mistakes: {
      "never-starts": neverBegan,
      "sequential-await": (trace) => gathered.oneByOne(bodies(trace)),
      "lost-arguments": (trace) => !bodies(trace).calls.every(isGiven),
      "shared-state": (trace) => bodies(trace).calls.length > 0 && trace.outcomes.main?.state !== "rejected",
    },
  }),
  check("once", "runs once however often it is awaited, and each awaiter gets the same result", {
    points: 1,
    cast: [
      inTime(awaiters.TWICE),
      ...[ORDER, ...FALSY].flatMap((value) => [1003, 0].map((ms): Cast => ({ body: returning(ms, value) }))),
    ],
    ...awaiting,
    expect: (trace, cast) => (cast.way ? [called(trace, "body", { times: 1 })] : eachGets(trace, cast)),
  }),
  check("failure", "a failure, or a throw at once, is a rejection for each awaiter", {
    points: 2,
    cast: [
      ...[failing(1003), throwing(), failing(1003, "text")].map((body): Cast => ({ body })),
      ...awaiters.FAILING_WAYS.map((way): Cast => ({ body: failing(1003), way })),
      ...FALSY.flatMap((value): Cast[] => [{ body: failing(1003, value) }, { body: throwing(value) }]),
    ],
    ...awaiting,
    expect: (trace, cast) => (cast.way ? [rejectedWithFirst(trace)] : eachGets(trace, cast)),
  }),
  check("inside", "runs once, too, if the body asks for its own outcome", {
    points: 1,
    cast: [{ body: returning(1003), inside: true }],
    ...awaiting,
    expect: (trace) => [
      called(trace, "body", { times: 1 }),
      noted(trace, "its own", { values: notesOf(trace, "its own").map(() => madeBy(trace, "body 1")) }),
    ],
  }),
]);
