// What coroutine promises: calling runs nothing, the first `then` starts the body, and its one run serves every awaiter.
import * as awaited from "./kit/awaited.ts";
import { blaming, type Episode, episodes } from "./kit/episodes.ts";
import { called, fulfilled, noted, rejected, that } from "./kit/expectations.ts";
import * as gathered from "./kit/gathered.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { identical, toPlain } from "./kit/plain.ts";
import { callsOf, madeBy, notesOf, peakConcurrency, type Trace } from "./kit/trace.ts";
import type { World } from "./kit/world.ts";

type Student = typeof import("../exercises/02-calling-vs-running/calling-vs-running.ts");
type Trial = Episode<Student>;
type Cold = PromiseLike<unknown>;

/** What the trace of one cold object shows. */
const mistakes: Mistakes = {
  "sync-throw-escapes": awaited.thrownByThen,
  "runs-per-await": (trace) => trace.calls.length > 1,
  "never-starts": awaited.neverBegan,
  "missing-callback": awaited.calledNothing,
  "no-chaining": awaited.unchained,
  "swallowed-error": (trace) => awaited.failureBecameValue(trace) && awaited.failureUnheard(trace, 4),
  "lost-rejection": (trace) =>
    awaited.failureUnheard(trace, 4 - notesOf(trace, "value").length) && !awaited.failureBecameValue(trace),
  "wrapped-error": awaited.failureAltered,
};
const startMistakes: Mistakes = {
  "eager-start": (trace) => awaited.began(trace, "before", 300),
  "late-start": (trace) => awaited.began(trace, "after", 300),
  ...mistakes,
  "sync-throw-escapes": (trace) => rejected(trace, { error: toPlain("thrown") }) === undefined,
};

/** A cold object that is first awaited after 300 ms, in this way; its body takes 100 ms. */
const way = (what: string, take: (cold: Cold) => unknown, comesTo = (value: unknown) => value): Trial => ({
  name: `A coroutine awaited with ${what}`,
  scenario: async (world, { coroutine }) => {
    const cold = coroutine(world.service("body", { takes: 100, returns: world.payload("result") }))();
    await world.wait(300);
    return take(cold);
  },
  expect: (part, start) => [
    called(part, "body", { at: [start + 300] }),
    fulfilled(part, { at: start + 400, value: comesTo(madeBy(part, "result")) }),
  ],
});
const failingWay = (what: string, take: (cold: Cold) => unknown): Trial => ({
  name: `A failing coroutine awaited with ${what}`,
  scenario: (world, { coroutine }) =>
    take(coroutine(world.service("body", { fails: world.error("late") }))()),
  expect: (part, start) => [rejected(part, { at: start + 1000, error: madeBy(part, "late") })],
});

/** The four kinds of body: with a result at once or later, and with a failure at once or later. */
const bodies = {
  returns: (world: World, value: unknown) => world.blocking("body", { costs: 0, returns: value }),
  "resolves to": (world: World, value: unknown) => world.service("body", { returns: value }),
  throws: (world: World, value: unknown) => world.service("body", { throws: value }),
  "rejects with": (world: World, value: unknown) => world.service("body", { fails: value }),
};
/** One cold object and four awaiters: two at once, one after 400 ms, one long after the end. */
const four = (does: keyof typeof bodies, what: string, make: (world: World) => unknown): Trial => ({
  name: `A coroutine whose body ${does} ${what}`,
  scenario: async (world, { coroutine }) => {
    const cold = coroutine(bodies[does](world, world.made(`${does} ${what}`, make(world))))();
    const ask = async (ms: number) => {
      await world.wait(ms);
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
    const fails = does === "throws" || does === "rejects with";
    const [right, wrong] = fails ? (["failure", "value"] as const) : (["value", "failure"] as const);
    const first = does === "throws" || does === "returns" ? [0, 0, 400] : [1000, 1000, 1000];
    const same = notesOf(part, right).every((note) => identical(note.value, value));
    return [
      called(part, "body", { at: [start] }),
      noted(part, "thrown", { values: [] }),
      noted(part, wrong, { values: [] }),
      noted(part, right, { values: Array(4).fill(value), at: [...first, 2400].map((ms) => start + ms) }),
      that(same, "An awaiter got a copy; expected the very same object."),
    ];
  },
});
const FALSY = [undefined, null, 0, "", false];
const falsy = (does: keyof typeof bodies, value: unknown) =>
  blaming(
    "falsy-is-nothing",
    four(does, JSON.stringify(value) ?? "undefined", () => value),
  );
const thing = (world: World) => ({ text: world.payload("text") });

const ARGS = [[900], [300, "a"], [100, 0, "", null, undefined, false], [300, "a"], [undefined, 0]];
const orderCopied = (trace: Trace) =>
  callsOf(trace, "taker").some(({ args }) => !identical(args[0] ?? null, madeBy(trace, "order")));
const bodyCalls = (trace: Trace): Trace => ({ ...trace, calls: callsOf(trace, "body") });

export default grader<Student>("02-calling-vs-running", [
  check("story", "two cold ones, made together and awaited in turn, take 2000 ms", {
    points: 2,
    scenario: async (world, { coroutine }) => {
      const fetchData = coroutine(world.service("fetchData", { takes: 1000, returns: (id) => `data ${id}` }));
      const [first, second] = [fetchData(1), fetchData(2)];
      return [await first, await second];
    },
    expect: (trace) => [
      fulfilled(trace),
      called(trace, "fetchData", { at: [0, 1000], args: [[1], [2]] }),
      fulfilled(trace, { at: 2000, value: ["data 1", "data 2"] }),
    ],
    mistakes: {
      "eager-start": (trace) => peakConcurrency(trace) === 2,
      "never-starts": awaited.neverBegan,
      "late-start": gathered.startedLate,
      "lost-arguments": (trace) => awaited.argumentsForeign(trace, [[1], [2]]),
      "shared-state": ({ calls }) => calls.length === 1 || calls[0]?.args[0] === calls[1]?.args[0],
    },
  }),
  check("cold", "calling runs nothing: the body starts when `then` is first called", {
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
        way(
          "a callback that throws",
          (cold) => cold.then(thrower, () => 0).then(String, String),
          () => "thrown",
        ),
        way(
          "a callback that throws, after the end",
          async (cold) => {
            await cold;
            return cold.then(thrower, () => 0).then(String, String);
          },
          () => "thrown",
        ),
        way("a callback that makes a promise", (cold) => cold.then(async (value) => value)),
      ],
      startMistakes,
    ),
  }),
  check("unawaited", "one that is never awaited never runs", {
    points: 1,
    scenario: async (world, { coroutine }) => {
      const body = coroutine(world.service("body"));
      const cold = [body("left alone"), body("awaited"), body("only looked at")];
      world.note("looked at", typeof cold[2]?.then);
      await world.wait(200);
      await cold[1];
      await coroutine((_given: unknown) => 0)(body("handed over, and left alone"));
      await world.wait(5000);
    },
    expect: (trace) => [called(trace, "body", { at: [200], args: [["awaited"]] })],
    mistakes: {
      "eager-start": (trace) => awaited.began(trace, "before", 200),
      "late-start": (trace) => trace.calls.length === 1 && awaited.began(trace, "after", 200),
      "never-starts": awaited.neverBegan,
    },
  }),
  check("apart", "each call is a run of its own, with its own arguments", {
    points: 1,
    scenario: (world, { coroutine }) => {
      const body = coroutine(
        world.service("body", {
          takes: (ms: number | undefined) => ms ?? 100,
          returns: (...args: unknown[]) => args,
        }),
      );
      const taker = coroutine(world.service("taker", { takes: 0 }));
      const order = world.made("order", { burgers: 2 });
      const inner = coroutine(world.service("inner", { takes: 250, returns: (id: number) => `inner ${id}` }));
      const outer = coroutine(async () => [await inner(1), await inner(2)]);
      taker(order).then(world.sink("took"));
      return Promise.all([...ARGS.map((args) => body(...(args as [number]))), outer()]);
    },
    expect: (trace) => [
      called(trace, "body", { at: ARGS.map(() => 0), args: ARGS }),
      fulfilled(trace, { at: 900, value: [...ARGS, ["inner 1", "inner 2"]] }),
      that(!orderCopied(trace), "The body got a copy of an argument; expected the very same object."),
    ],
    mistakes: {
      "never-starts": awaited.neverBegan,
      "late-start": gathered.startedLate,
      "sequential-await": (trace) => gathered.oneByOne(bodyCalls(trace)),
      "lost-arguments": (trace) => awaited.argumentsForeign(bodyCalls(trace), ARGS) || orderCopied(trace),
      "shared-state": (trace) => awaited.argumentsShared(bodyCalls(trace), ARGS),
    },
  }),
  check("once", "runs once however often it is awaited, and each awaiter gets the same result", {
    points: 2,
    ...episodes(
      [
        ...[four("resolves to", "an object", thing), four("returns", "an object", thing)],
        ...FALSY.flatMap((value) => [falsy("resolves to", value), falsy("returns", value)]),
      ],
      mistakes,
    ),
  }),
  check("failure", "a failure, or a throw at once, is a rejection for each awaiter", {
    points: 2,
    ...episodes(
      [
        four("rejects with", "an error", (world) => world.error("boom")),
        four("throws", "an error", (world) => world.error("bang")),
        four("rejects with", "a text", (world) => world.payload("text")),
        failingWay("await", async (cold) => await cold),
        failingWay("then and a callback for a result", (cold) => cold.then((value) => value)),
        failingWay("Promise.all", (cold) => Promise.all([cold])),
        failingWay("a callback that throws the failure again", (cold) => cold.then(String, again)),
        ...FALSY.flatMap((value) => [falsy("rejects with", value), falsy("throws", value)]),
      ],
      mistakes,
    ),
  }),
]);

function again(reason: unknown): never {
  throw reason;
}

function thrower(): never {
  throw "thrown";
}
