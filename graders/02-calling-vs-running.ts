// What coroutine promises: calling runs nothing, the first `then` starts the body, and its one run serves every awaiter.
import { blaming, type Episode, episodes } from "./kit/episodes.ts";
import { called, fulfilled, noted, rejected, that } from "./kit/expectations.ts";
import * as gathered from "./kit/gathered.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { equal, identical, isUndefined } from "./kit/plain.ts";
import {
  callsOf,
  madeBy,
  notesOf,
  type Outcome,
  outcomeOf,
  peakConcurrency,
  type Trace,
} from "./kit/trace.ts";
import { isErrorNamed } from "./kit/values.ts";
import type { World } from "./kit/world.ts";

type Student = typeof import("../exercises/02-calling-vs-running/calling-vs-running.ts");
type Trial = Episode<Student>;
type Make = (world: World) => unknown;

const ended = (trace: Trace, well: boolean) =>
  trace.calls.some(({ end, how }) => end && (how === "fulfilled") === well);
const started = (trace: Trace, fits: (after: number) => boolean) =>
  trace.calls.some(({ start }) => fits(start.at - outcomeOf(trace).start.at));
const noteCount = (trace: Trace, name: string) => notesOf(trace, name).length;

/** Whether what `then` gave was nothing before the body ended, or the body's own result in place of the callback's. */
const gotUnchained = ({ calls: [call] }: Trace, { settled, state, value }: Outcome) =>
  (isUndefined(value ?? null) && settled!.seq < (call?.end?.seq ?? 0)) ||
  (state === "fulfilled" && settled!.at === call?.end?.at && equal(value!, call.value!));

const mistakes: Mistakes = {
  "sync-throw-escapes": (trace) => noteCount(trace, "thrown") > 0,
  "runs-per-await": (trace) => trace.calls.length > 1,
  "never-starts": (trace) => trace.calls.length === 0,
  "missing-callback": (trace) =>
    isErrorNamed(trace.floating[0]?.reason ?? outcomeOf(trace).value, "TypeError", /function/),
  "no-chaining": (trace) => gotUnchained(trace, outcomeOf(trace)),
  "swallowed-error": (trace) => ended(trace, false) && noteCount(trace, "value") > 0,
  "lost-rejection": (trace) => ended(trace, false) && noteCount(trace, "failure") < 4,
  "wrapped-error": (trace) =>
    ended(trace, false) &&
    notesOf(trace, "failure").some(({ value }) => !identical(value, trace.calls[0]!.value!)),
};
/** Where the cold object is first awaited 300 ms after it was made. */
const startMistakes: Mistakes = {
  "eager-start": (trace) => started(trace, (after) => after < 300),
  "late-start": (trace) => started(trace, (after) => after > 300),
  ...mistakes,
};

/** A way to await something: whichever is the first starts the body. */
const way = (
  what: string,
  take: (cold: PromiseLike<unknown>) => unknown,
  made: (value: unknown) => unknown = (value) => value,
): Trial => ({
  name: `A coroutine awaited with ${what}`,
  scenario: async (world, { coroutine }) => {
    const cold = coroutine(world.service("body", { takes: 100, returns: world.payload("result") }))();
    await world.wait(300);
    return take(cold);
  },
  expect: (part, start) => [
    called(part, "body", { at: [start + 300] }),
    fulfilled(part, { at: start + 400, value: made(madeBy(part, "result")) }),
  ],
});

const failingWay = (what: string, take: (cold: PromiseLike<unknown>) => unknown): Trial => ({
  name: `A failing coroutine awaited with ${what}`,
  scenario: (world, { coroutine }) =>
    take(coroutine(world.service("body", { fails: world.error("late") }))()),
  expect: (part, start) => [
    called(part, "body", { at: [start] }),
    rejected(part, { at: start + 1000, error: madeBy(part, "late") }),
  ],
});

/** Four awaiters of one cold object: two at once, one while the body runs, one long after. */
const four = (does: "returns" | "gives" | "fails with" | "throws", what: string, make: Make): Trial => ({
  name: `A coroutine whose body ${does} ${what}`,
  scenario: async (world, { coroutine }) => {
    const made = world.made(`${does} ${what}`, make(world));
    const bodies = {
      returns: () => world.blocking("body", { costs: 0, returns: made }),
      gives: () => world.service("body", { returns: made }),
      "fails with": () => world.service("body", { fails: made }),
      throws: () => world.service("body", { throws: made }),
    };
    const cold = coroutine(bodies[does]())();
    const ask = async (at: number) => {
      await world.wait(at);
      try {
        cold.then(world.sink("value"), world.sink("failure"));
      } catch (error) {
        world.note("thrown", error);
      }
    };
    await Promise.all([0, 0, 400, 2400].map(ask));
  },
  expect: (part, start) => {
    const value = madeBy(part, `${does} ${what}`);
    const [right, wrong] =
      does === "returns" || does === "gives" ? ["value", "failure"] : ["failure", "value"];
    const first = does === "returns" || does === "throws" ? [0, 0, 400] : [1000, 1000, 1000];
    return [
      called(part, "body", { at: [start] }),
      noted(part, "thrown", { values: [] }),
      noted(part, wrong!, { values: [] }),
      noted(part, right!, { values: Array(4).fill(value), at: [...first, 2400].map((ms) => start + ms) }),
      that(
        notesOf(part, right!).every((note) => identical(note.value, value)),
        "An awaiter got a copy; expected the very same object.",
      ),
    ];
  },
});

const FALSY = [undefined, null, 0, "", false];
const falsy = (does: "returns" | "gives" | "fails with" | "throws") =>
  FALSY.map((value) =>
    blaming(
      "falsy-is-nothing",
      four(does, JSON.stringify(value) ?? "undefined", () => value),
    ),
  );
const thing: Make = (world) => ({ text: world.payload("text") });
const ARGS = [[900], [300, "a"], [100, 0, "", null, undefined, false], [300, "a"]];
/** Whether calls ran with the arguments of others, or one run served several calls. */
const shared = (trace: Trace, service: string, wanted: unknown[][]) => {
  const first = callsOf(trace, service).map(({ args }) => args[0]);
  const distinct = new Set(first.filter((arg) => typeof arg === "number")).size;
  return (
    distinct > 0 && (distinct < new Set(wanted.map(([arg]) => arg)).size || first.length < wanted.length)
  );
};
const short = (trace: Trace, service: string, wanted: unknown[][]) =>
  callsOf(trace, service).some(
    ({ args }, index) => typeof args[0] !== "number" || args.length < wanted[index]!.length,
  );

export default grader<Student>("02-calling-vs-running", [
  check("two cold ones, made together and awaited in turn, take 2000 ms", {
    points: 2,
    scenario: async (world, { coroutine }) => {
      const fetchData = coroutine(world.service("fetchData", { takes: 1000, returns: (id) => `data ${id}` }));
      const [first, second] = [fetchData(1), fetchData(2)];
      return [await first, await second];
    },
    expect: (trace) => [
      called(trace, "fetchData", { at: [0, 1000] }),
      called(trace, "fetchData", { args: [[1], [2]] }),
      fulfilled(trace, { at: 2000, value: ["data 1", "data 2"] }),
    ],
    mistakes: {
      "eager-start": (trace) => peakConcurrency(trace) === 2,
      "never-starts": (trace) => trace.calls.length === 0 && outcomeOf(trace).state !== "rejected",
      "late-start": gathered.startedLate,
      "shared-state": (trace) => shared(trace, "fetchData", [[1], [2]]),
      "lost-arguments": (trace) => short(trace, "fetchData", [[1], [2]]),
    },
  }),
  check("calling runs nothing: the body starts when `then` is first called", {
    points: 2,
    ...episodes(
      [
        way("await", async (cold) => await cold),
        way("then and two callbacks", (cold) => cold.then((value) => value, String)),
        way("then and no callback for a failure", (cold) => cold.then((value) => value)),
        way("then and no callback for a result", (cold) => cold.then(undefined, String)),
        way("then and no callback at all", (cold) => cold.then()),
        way("Promise.resolve", (cold) => Promise.resolve(cold)),
        way("Promise.all", async (cold) => (await Promise.all([cold, 1]))[0]),
        way(
          "a chain of two",
          (cold) => cold.then((value) => [value]).then((list) => list),
          (value) => [value],
        ),
      ],
      startMistakes,
    ),
  }),
  check("one that is never awaited never runs", {
    points: 1,
    scenario: async (world, { coroutine }) => {
      const body = coroutine(world.service("body"));
      const cold = [body("left alone"), body("awaited"), body("left alone, too")];
      await world.wait(200);
      await cold[1];
      await world.wait(5000);
    },
    expect: (trace) => [
      called(trace, "body", { times: 1 }),
      called(trace, "body", { args: [["awaited"]], at: [200] }),
    ],
    mistakes: { "eager-start": ({ calls }) => calls.some(({ start }) => start.at < 200) },
  }),
  check("each call is a run of its own, with its own arguments", {
    points: 1,
    scenario: (world, { coroutine }) => {
      const echo = world.service("body", {
        takes: (ms: number) => ms,
        returns: (...args: unknown[]) => args,
      });
      const body = coroutine(echo);
      const inner = coroutine(world.service("inner", { takes: 250, returns: (id: number) => `inner ${id}` }));
      const outer = coroutine(async () => [await inner(1), await inner(2)]);
      return Promise.all([...ARGS.map((args) => body(...(args as [number]))), outer()]);
    },
    expect: (trace) => [
      called(trace, "body", { at: [0, 0, 0, 0] }),
      called(trace, "body", { args: ARGS }),
      fulfilled(trace, { at: 900, value: [...ARGS, ["inner 1", "inner 2"]] }),
    ],
    mistakes: {
      "late-start": gathered.startedLate,
      "sequential-await": gathered.oneByOne,
      "shared-state": (trace) => shared(trace, "body", ARGS),
      "lost-arguments": (trace) => short(trace, "body", ARGS),
    },
  }),
  check("runs once however often it is awaited, and each awaiter gets the same result", {
    points: 2,
    ...episodes(
      [
        four("gives", "an object", thing),
        four("returns", "an object", thing),
        ...falsy("gives"),
        ...falsy("returns"),
      ],
      mistakes,
    ),
  }),
  check("a failure, or a throw at once, is a rejection for each awaiter", {
    points: 2,
    ...episodes(
      [
        four("fails with", "an error", (world) => world.error("boom")),
        four("throws", "an error", (world) => world.error("bang")),
        failingWay("await", async (cold) => await cold),
        failingWay("then and a callback for a result", (cold) => cold.then((value) => value)),
        failingWay("Promise.all", (cold) => Promise.all([cold])),
        ...falsy("fails with"),
        ...falsy("throws"),
      ],
      mistakes,
    ),
  }),
]);
