// The callbacks of a promise that is settled from outside: each once, in a microtask, in the order of `then`. Serves whom
// futures.ts serves.
import { notesOf, type Trace } from "../../trace/trace.ts";
import type { World } from "../../world/world.ts";
import { fulfilled, that } from "../expectations.ts";
import type { Finding, Mistakes } from "../grader.ts";
import type { Settleable } from "./thenables.ts";

/** Whether the promise fails. */
interface Cast {
  fails: boolean;
}
const [CALLER, TURN, OTHER] = ["what called resolve", "the turn", "the other callback"];

/**
 * The callbacks of one promise: A, and twice the same B, before it is settled at 100 ms; C right after that; and D, which A
 * adds. And E of another one, which A settles.
 */
export async function calling(world: World, makeFuture: () => Settleable, { fails }: Cast): Promise<void> {
  const [future, other] = [makeFuture(), makeFuture()];
  const settle = (one: Settleable) => (fails ? one.reject("end") : one.resolve("end"));
  const wrong = world.blocking(OTHER, { costs: 0 });
  const then = (one: Settleable, own: () => void) => (fails ? one.then(wrong, own) : one.then(own, wrong));
  const callback = (name: string, act = () => {}) => {
    const called = world.blocking(name, { costs: 0 });
    return () => {
      called();
      act();
      world.note("end", name);
    };
  };
  const again = callback("B");
  const adding = () => {
    then(future, callback("D"));
    settle(other);
  };
  then(other, callback("E"));
  then(future, callback("A", adding));
  then(future, again);
  then(future, again);
  await world.wait(100);
  // Made before whatever timer the submission makes: it is the next turn of the event loop.
  const turn = world.wait(0).then(() => world.note("end", TURN));
  settle(future);
  then(future, callback("C"));
  world.note("end", CALLER);
  await turn;
  await world.wait(400);
}

const order = ({ calls }: Trace) => calls.map(({ service }) => service).filter((name) => name !== "E");
const seqOf = (trace: Trace, end: string) =>
  notesOf(trace, "end").find(({ value }) => value === end)?.seq ?? Number.POSITIVE_INFINITY;
/** The callback that ran while the code was not over that had called `then` or `resolve`. */
const early = (trace: Trace) =>
  trace.calls.find(({ service, start }) => start.seq < seqOf(trace, /[DE]/.test(service) ? "A" : CALLER));
const late = (trace: Trace) => trace.calls.find(({ start }) => start.seq > seqOf(trace, TURN));

export function calledInOrder(trace: Trace): Finding[] {
  const [tooEarly, tooLate, own] = [early(trace), late(trace), order(trace).join(", ")];
  const all = own === "A, B, B, C, D" && trace.calls.some(({ service }) => service === "E");
  return [
    fulfilled(trace),
    that(
      !tooEarly,
      `${tooEarly?.service} ran before the code that had called \`resolve\` or \`then\` was over.`,
    ),
    that(all, `they ran in the order ${own || "of none"}; expected A, B, B, C, D, and E after A.`),
    that(!tooLate, `${tooLate?.service} was not run in a microtask, but in a later turn of the event loop.`),
  ];
}

export const mistakes: Mistakes = {
  // E's turn comes when A has settled its promise.
  "shared-state": ({ calls: [first] }) => first?.service === "E" || first?.service === OTHER,
  "sync-callbacks": (trace) => early(trace) !== undefined,
  "twins-merged": (trace) => order(trace).join("") === "ABCD",
  "late-then-ignored": (trace) => order(trace).join("") === "ABB",
  "one-callback-only": (trace) => new Set(order(trace)).size < 4 && order(trace).length > 0,
  "callbacks-by-timer": (trace) => late(trace) !== undefined,
  "callbacks-out-of-order": (trace) =>
    order(trace).join("") !== "ABBCD" && order(trace).toSorted().join("") === "ABBCD",
};

/** `With callbacks for a failure: A, B …` */
export function inWords({ fails }: Cast): string {
  return `With callbacks for a ${fails ? "failure" : "value"}, A, B, B, C and, added by A, D, and E of a future that A settles`;
}
