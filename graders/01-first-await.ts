// What orderBurgers promises: what the kitchen delivers as one line of text, as soon as it delivers.
import fc from "fast-check";
import { blaming, type Episode, episodes } from "./kit/episodes.ts";
import { called, fulfilled, rejected } from "./kit/expectations.ts";
import * as gathered from "./kit/gathered.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { madeBy, outcomeOf, type Trace } from "./kit/trace.ts";
import { partsOf, textIn } from "./kit/values.ts";
import type { Answer, World } from "./kit/world.ts";

type Student = typeof import("../exercises/01-first-await/first-await.ts");

const line = (burgers: unknown[]) => `Got: ${burgers.join(", ")}`;
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `Burger ${index + 1}`);

const text = (trace: Trace) => textIn(outcomeOf(trace).value ?? "");
/** What the kitchen delivered, if the order came to something at that instant. */
const delivered = (trace: Trace) => {
  const end = trace.calls[0]?.end;
  return end && end.at === outcomeOf(trace).settled?.at ? partsOf(trace.calls[0]!.value!).map(String) : [];
};
const invented = (trace: Trace) =>
  (text(trace).match(/Burger \d+/g) ?? []).some((name) => !delivered(trace).includes(name));

const bare = (words: string) => words.replaceAll(/[\s,$&]/g, "");
const plainList = (trace: Trace) => {
  const burgers = delivered(trace);
  return burgers.length > 0 && !burgers.includes("") && new Set(burgers).size === burgers.length;
};

/** Whether another order's count was used: just one of the six orders 3. */
const countTaken = ({ calls }: Trace) =>
  calls.length === 6 && calls.filter(({ args }) => args[0] === 3).length !== 1;

/** What the trace of one order shows. */
const mistakes: Mistakes = {
  "repeated-call": (trace) => trace.calls.length > 1,
  "busy-wait": gathered.polled,
  "late-start": gathered.startedLate,
  "fixed-delay": gathered.settledByTimer,
  "hard-coded": invented,
  "missing-return": gathered.nothingReturned,
  "forgotten-await": gathered.wentOn,
  "lost-arguments": (trace) => trace.calls.length === 1 && typeof trace.calls[0]!.args[0] !== "number",
  "swallowed-error": gathered.failureSwallowed,
  "lost-rejection": gathered.failureLost,
  "lost-reason": gathered.reasonLost,
  "wrapped-error": gathered.failureChanged,
  "wrong-format": (trace) =>
    plainList(trace) && delivered(trace).every((burger) => bare(text(trace)).includes(bare(burger))),
};

type Trial = Episode<Student>;
const order = (count: number): Trial => ({
  name: `An order of ${count}`,
  scenario: (world, { orderBurgers }) =>
    orderBurgers(world.service("getBurgers", { returns: [world.payload("burger")] }), count),
  expect: (part) => [called(part, "getBurgers", { args: [[count]] })],
});
const failing = (what: string, takes: number, reason: (world: World) => unknown): Trial => ({
  name: `The order that fails with ${what}`,
  scenario: (world, { orderBurgers }) =>
    orderBurgers(world.service("getBurgers", { takes, fails: world.made(what, reason(world)) }), 2),
  expect: (part, start) => [rejected(part, { at: start + takes, error: madeBy(part, what) })],
});
const named = (name: string) => (world: World) => Object.assign(world.error("No bread"), { name });
const falsy = [undefined, null, 0, "", false].map((reason) =>
  blaming(
    "falsy-is-nothing",
    failing(JSON.stringify(reason) ?? "undefined", 700, () => reason),
  ),
);

const ODD = ["Ham, egg,cheese", " Ham ", "$& Deluxe"];
const burger = fc.oneof(fc.string({ minLength: 1, maxLength: 8 }), fc.constant(""), fc.constantFrom(...ODD));
const odd = fc.shuffledSubarray(ODD, { minLength: 2 });

export default grader<Student>("01-first-await", [
  check("story", "turns two burgers into one line of text after 1000 ms", {
    points: 3,
    scenario: (world, { orderBurgers }) =>
      orderBurgers(world.service("getBurgers", { takes: 1000, returns: numbered }), 2),
    expect: (trace) => [
      fulfilled(trace, { at: 1000, value: line(numbered(2)) }),
      called(trace, "getBurgers", { times: 1 }),
    ],
    mistakes: { ...mistakes, "hard-coded": (trace) => trace.calls.length === 0 && text(trace) !== "" },
  }),
  check("list", "lists what the kitchen delivers, at the time when it delivers", {
    points: 2,
    runs: 40,
    given: fc.record({
      count: fc.integer({ min: 1, max: 9 }),
      takes: fc.integer({ min: 500, max: 10_000 }),
      burgers: fc.oneof(
        fc.constant<string[]>([]),
        { arbitrary: fc.array(burger, { maxLength: 6 }), weight: 3 },
        { arbitrary: odd, weight: 2 },
      ),
    }),
    scenario: (world, { orderBurgers }, { count, takes, burgers }) =>
      orderBurgers(world.service("getBurgers", { takes, returns: burgers }), count),
    expect: (trace, { takes, burgers }) => [fulfilled(trace, { at: takes, value: line(burgers) })],
    mistakes,
  }),
  check("once", "asks the kitchen once, with the count", {
    points: 2,
    ...episodes([order(2), order(7), order(1), blaming("falsy-is-nothing", order(0))], mistakes),
  }),
  check("failure", "passes on the kitchen's failure, unchanged", {
    points: 2,
    ...episodes(
      [
        failing("an error", 1000, (world) => world.error("The oven is broken")),
        failing("another error", 4000, named("BreadError")),
        failing("a text", 300, (world) => world.payload("closed")),
        ...falsy,
      ],
      mistakes,
    ),
  }),
  check("apart", "keeps apart orders that overlap or follow each other", {
    points: 1,
    scenario: async (world, { orderBurgers }) => {
      const burgers = (name: string, count: number) =>
        Array.from({ length: count }, () => world.payload(name));
      const kitchen = (name: string, takes: number, answer?: Answer) =>
        world.service("getBurgers", { takes, returns: (count: number) => burgers(name, count), ...answer });
      const whose = () => (world.now < 100 ? "slow" : world.now < 2000 ? "same" : "next");
      const when = (count: number) => ({ returns: burgers(whose(), count) });
      const slow = world.service("getBurgers", { takes: 1000, when });
      const ask = async (at: number, name: string, getBurgers = slow, count = 2) => {
        if (at > 0) await world.wait(at);
        await world.watch(`The ${name} order`, () => orderBurgers(getBurgers, count));
      };
      await Promise.all([
        ...[ask(0, "slow"), ask(0, "quick", kitchen("quick", 200), 3), ask(100, "same"), ask(2000, "next")],
        ask(0, "burnt", kitchen("burnt", 300, { fails: world.error("all burnt") })),
        ask(400, "late", kitchen("late", 100)),
      ]);
    },
    expect: (trace) => {
      const comes = (name: string, at: number, count = 2) =>
        fulfilled(trace, {
          label: `The ${name} order`,
          at,
          value: line(Array(count).fill(madeBy(trace, name))),
        });
      const burnt = rejected(trace, { label: "The burnt order", at: 300, error: madeBy(trace, "all burnt") });
      const others = [comes("late", 500), comes("slow", 1000), comes("same", 1100), comes("next", 3000)];
      return [comes("quick", 200, 3), burnt, ...others];
    },
    mistakes: {
      "shared-state": (trace) =>
        gathered.mixedUp(trace, ["slow", "quick", "same", "late", "next"]) || countTaken(trace),
      "sequential-await": (trace) => gathered.oneByOne({ ...trace, calls: trace.calls.slice(0, 5) }),
    },
  }),
]);
