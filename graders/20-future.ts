// What a Future promises: Promises/A+ in seven sentences (but for what callbacks get as `this`), all of it one's own work.
import { fulfilled, that } from "./kit/expectations.ts";
import { check, type Finding, grader } from "./kit/grader.ts";
import { FALSY, failing, returning, throwing } from "./kit/jobs.ts";
import { isErrorNamed } from "./kit/mistakes/values.ts";
import { WAYS } from "./kit/models/awaiters.ts";
import * as callbacks from "./kit/models/callbacks.ts";
import * as futures from "./kit/models/futures.ts";
import { mistakes } from "./kit/models/futures-mistakes.ts";
import {
  comingTo,
  MEDDLING,
  NO_THENABLE,
  ODD,
  threwNothing,
  trySettle,
  UNREADABLE,
  USUAL,
} from "./kit/models/thenables.ts";
import { show } from "./trace/plain.ts";
import { madeBy, notesOf, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/20-future/future.ts");

const settling = {
  scenario: (world: World, { Future }: Student, chain: futures.Chain) =>
    futures.chaining(world, () => new Future<any>(), chain),
  expect: (trace: Trace, chain: futures.Chain): Finding[] => [
    fulfilled(trace),
    threwNothing(trace),
    futures.came(trace, chain),
  ],
  says: futures.inWords,
  mistakes,
};

/** A future that would wait for itself. */
const circle = {
  async scenario(world: World, { Future }: Student, way: string) {
    const source = new Future<any>();
    const self = (): unknown => own;
    const own =
      way === "resolve" ? source : way === "a callback" ? source.then(self) : source.then(null, self);
    own.then(world.blocking("value", { costs: 0 }), world.blocking("failure", { costs: 0 }));
    await world.wait(100);
    trySettle(world, () => {
      if (way === "a callback for a failure") source.reject("end");
      else source.resolve(way === "resolve" ? source : "end");
    });
    await world.wait(400);
    world.note("state", own.state);
  },
  expect(trace: Trace): Finding[] {
    const [own] = trace.calls;
    const right =
      trace.calls.length === 1 && own!.service === "failure" && isErrorNamed(own!.args[0], "TypeError");
    const [state = null] = notesOf(trace, "state").map(({ value }) => value);
    const got = `${own ? `a ${own.service}, ${show(own.args[0]!, 40)}` : "nothing"}, and is ${show(state)}`;
    const message = `it came to ${got}; expected a failure, a TypeError, and "rejected".`;
    return [fulfilled(trace), threwNothing(trace), that(right && state === "rejected", message)];
  },
  says: (way: string) => `With a future that is to wait for itself, by ${way}`,
};

/** `state` was right at first, after each call, and at last. */
function rightStates(trace: Trace, { settled, also = [] }: futures.Chain): Finding {
  const last = settled.ends === "returns" ? "fulfilled" : "rejected";
  const soon = settled.kinds ? "pending" : last;
  const want = ["pending", soon, ...also.map(() => soon), last];
  const got = notesOf(trace, "state").map(({ value }) => value);
  const late = got[1] === "pending" ? "state-too-late" : "state-too-early";
  const otherwise = got[1] === want[1] ? "settles-twice" : late;
  const message = `\`state\` was ${got.join(", ")}; expected ${want.join(", ")}.`;
  return that(got.join() === want.join(), message, { otherwise });
}

export default grader<Student>("20-future", [
  check("story", "comes to what it is resolved with, for whoever awaits it", {
    points: 1,
    cast: ["await", "Promise.all", "Promise.resolve"],
    scenario(world, { Future }, way) {
      const future = new Future<any>();
      void world.wait(1000).then(() => future.resolve(world.payload("burger")));
      return WAYS[way]!(future);
    },
    expect: (trace) => [fulfilled(trace, { value: madeBy(trace, "burger") })],
    says: (way) => `With a future that is resolved at 1000 ms, and awaited by ${way}`,
  }),
  check("callbacks", "calls each callback once, in a microtask, in the order of then", {
    points: 1,
    cast: [{ fails: false }, { fails: true }],
    scenario: (world, { Future }, cast) => callbacks.calling(world, () => new Future<any>(), cast),
    expect: callbacks.calledInOrder,
    says: callbacks.inWords,
    mistakes: callbacks.mistakes,
  }),
  check("chaining", "then gives a future of what the callback returns or throws, or else of the same", {
    points: 2,
    cast: [
      ...[returning(0), failing(0)].flatMap((settled): futures.Chain[] => [
        { settled, callback: returning(0) },
        { settled, callback: throwing(), late: true, sibling: true },
        { settled, instead: [undefined, null, 7, {}] },
        { settled: { ...settled, value: "text" }, instead: [], thrower: true },
      ]),
      ...FALSY.flatMap((value): futures.Chain[] => [
        { settled: returning(0), callback: returning(0, value) },
        { settled: failing(0, value), callback: throwing(value) },
        { settled: returning(0, value), instead: [null], late: true },
      ]),
    ],
    ...settling,
  }),
  check("adopt", "follows a future, a promise or any other thenable to what it comes to, however deep", {
    points: 1,
    cast: [
      ...USUAL.map((kind): futures.Chain => ({ settled: comingTo(returning(300), kind) })),
      ...USUAL.map((kind): futures.Chain => ({ settled: comingTo(failing(300), kind) })),
      { settled: comingTo(returning(300), "an object with a then", "a future") },
      { settled: comingTo(returning(300), ...USUAL) },
      { settled: comingTo(failing(0), ...USUAL) },
      ...USUAL.map(
        (kind): futures.Chain => ({ settled: returning(0), callback: comingTo(returning(300), kind) }),
      ),
      { settled: failing(0), callback: comingTo(failing(300), "an object with a then", "a future") },
    ],
    ...settling,
  }),
  check("thenables", "reads a then once, calls it on its own object, and takes its first answer alone", {
    points: 1,
    cast: [
      ...ODD.flatMap((kind) =>
        [returning(0), failing(0)].map((job): futures.Chain => ({ settled: comingTo(job, kind) })),
      ),
      { settled: comingTo(throwing(), UNREADABLE) },
      { settled: comingTo(throwing(), "an object with a then") },
      ...ODD.slice(0, 2).map((odd) => ({ settled: comingTo(returning(300), odd, USUAL[1]!) })),
      { settled: returning(0, NO_THENABLE) },
      { settled: comingTo(returning(300), "an object with a then"), rejects: true },
    ],
    ...settling,
  }),
  check("once", "lets the first resolve or reject decide, and shows it in state at once", {
    points: 1,
    cast: [
      { settled: returning(0), also: [failing(0), returning(0)] },
      { settled: failing(0), also: [returning(0), failing(0)] },
      { settled: comingTo(returning(300), "a future"), also: [returning(0), failing(0)] },
      { settled: comingTo(failing(300), "a future"), also: [failing(0), returning(0)] },
      { settled: comingTo(returning(300), MEDDLING) },
    ],
    ...settling,
    expect: (trace, chain) => [...settling.expect(trace, chain), rightStates(trace, chain)],
  }),
  check("itself", "rejects with a TypeError what would wait for itself", {
    points: 1,
    cast: ["resolve", "a callback", "a callback for a failure"],
    ...circle,
    mistakes: {
      "no-chaining": ({ outcomes: { main } }) => main?.state === "rejected",
      "self-resolution": () => true,
    },
    whenStuck: "self-resolution",
  }),
  check("own", "is all your own: it uses no Promise, no async and no await", {
    points: 2,
    words: ["Promise", "async", "await"],
    cast: [{ settled: returning(0) }],
    ...settling,
    expect: (trace, chain) => [
      ...settling.expect(trace, chain),
      ...trace.uses!.map(({ word, line, where }) => ({
        message: `Your code uses \`${word}\`: ${line}`,
        misconception: "uses-promise",
        where,
      })),
    ],
  }),
]);
