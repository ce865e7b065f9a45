// A promise that is settled from outside, and what the promise that its `then` gives comes to: by the right rules, and (see
// futures-mistakes.ts) by wrong ones. Serves 20, and 02, whose `then` works as a promise's does.
import { identical, type Plain, show, toPlain } from "../../trace/plain.ts";
import { madeBy, type Trace } from "../../trace/trace.ts";
import type { World } from "../../world/world.ts";
import { that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import type { Job } from "../jobs.ts";
import {
  isFailing,
  isThingName,
  makeThing,
  type Settleable,
  type Thing,
  inWords as thingInWords,
  thingName,
  trySettle,
} from "./thenables.ts";

/**
 * A future is settled at 100 ms, and then once more by the first of `also`; by the others at 200 ms. What is watched is what its `then` gives, called at 0 ms or, if
 * `late`, at 300 ms: with a callback for what it comes to, if there is a `sibling` with one for the opposite, too, and then with
 * what stands `instead` of callbacks; or itself. Before it comes another one whose callback throws, if there is a `thrower`.
 */
export interface Chain {
  settled: Thing;
  /** It is rejected with that, whatever it is: what it rejects with is not followed. */
  rejects?: boolean;
  also?: Thing[];
  callback?: Thing;
  sibling?: boolean;
  instead?: unknown[];
  late?: boolean;
  thrower?: boolean;
}
/** When it is over (virtual ms). */
const ENDS = 1000;
export const CALLBACK = "callback";
/** The callback for what it does not come to, and what that returns. */
export const SIBLING = "the other callback";
export const otherName = (index: number) => `later ${index + 1}`;
/** Whether it is rejected, in the end. */
export const fails = ({ ends }: Job) => ends !== "returns";

/** Does all that. What comes of it is a call of `value` or `failure`; `state` is noted whenever it may have changed. */
export async function chaining(
  world: World,
  makeFuture: () => Settleable,
  { settled, rejects = isFailing(settled), also = [], callback, sibling, instead = [], late, thrower }: Chain,
): Promise<void> {
  const future = makeFuture();
  const state = () => world.note("state", future.state);
  // Things of the world's are written down by their names: what they hold is nobody's business.
  const told = (service: string) => {
    const call = world.blocking(service, { costs: 0 });
    return (value: unknown) => {
      const name = world.nameOf(value);
      call(isThingName(name) ? name : value);
    };
  };
  const settle = (thing: Thing, name: string, fails = isFailing(thing)) => {
    const value = makeThing(world, thing, name, makeFuture, future);
    told(fails ? "reject" : "resolve")(value);
    trySettle(world, () => (fails ? future.reject(value) : future.resolve(value)));
    state();
  };
  const act = (given: unknown) => {
    told(CALLBACK)(given);
    const result = makeThing(world, callback!, CALLBACK, makeFuture);
    if (isFailing(callback!)) throw result;
    return result;
  };
  state();
  world.at(100, () => {
    settle(settled, "settled", rejects);
    if (also[0]) settle(also[0], otherName(0));
  });
  world.at(200, () => {
    for (const [index, thing] of also.entries()) if (index > 0) settle(thing, otherName(index));
  });
  if (late) {
    // What it fails with may be told where nobody handles it.
    future.then(undefined, () => {});
    await world.wait(300);
  }
  if (thrower) {
    const throws = () => {
      throw world.error("another callback's");
    };
    (future.then(throws, throws) as Settleable | undefined)?.then(undefined, () => {});
  }
  let last: Settleable | undefined = future;
  const other = sibling ? () => world.payload(SIBLING) : undefined;
  if (callback) last = fails(settled) ? future.then(other, act) : future.then(act, other);
  for (const odd of instead) last = last?.then(odd as null, odd as null);
  if (last) last.then(told("value"), told("failure"));
  else world.note("then gave nothing");
  await world.wait(ENDS - world.now);
  state();
}

/** What it comes to: `of` is the name of what the world made. */
export interface End {
  fails: boolean;
  of: string;
  at: number;
}
const takes = (thing: Thing | undefined) => (thing?.kinds ? thing.takes : 0);
const asked = ({ late }: Chain) => (late ? 300 : 0);

/** What it must come to, and not before that time (virtual ms). */
export function comesTo(chain: Chain): End {
  const { settled, rejects, callback } = chain;
  if (rejects) return { fails: true, of: thingName("settled", 1, settled.kinds!), at: 100 };
  const at = Math.max(100 + takes(settled) + takes(callback), asked(chain));
  return { fails: fails(callback ?? settled), of: `${callback ? CALLBACK : "settled"} 1`, at };
}
/** What it came to, in the order in which it was told. */
export const callsIn = ({ calls }: Trace) =>
  calls.filter(({ service }) => service === "value" || service === "failure");

/** It came to that, once, and not before. */
export function came(trace: Trace, chain: Chain): Finding {
  const words = (what: string, value: Plain, at: number) => `a ${what}, ${show(value)}, at ${at} ms`;
  const seen = callsIn(trace);
  const all = seen.map(({ service, args: [arg = null], start }) => words(service, arg, start.at));
  const right = comesTo(chain);
  const want = words(right.fails ? "failure" : "value", endOf(trace, right.of), right.at);
  return that(
    seen.length === 1 && isEnd(trace, right),
    `it came to ${all.join(", and to ") || "nothing"}; expected ${want}.`,
  );
}

/** Whether it came to this, first of all. */
export function isEnd(trace: Trace, { fails, of, at }: Partial<End>): boolean {
  const [seen] = callsIn(trace);
  if (!seen || seen.service !== (fails ? "failure" : "value")) return false;
  return seen.start.at >= (at ?? 0) && identical(seen.args[0] ?? null, endOf(trace, of!));
}

/** What the world made under this name, as it is written down. */
function endOf(trace: Trace, of: string): Plain {
  return isThingName(of) ? of : madeBy(trace, of);
}

/** `With a future that is rejected with an Error, and a callback that returns a promise that comes to a value`. */
export function inWords({
  settled,
  rejects,
  also,
  callback,
  sibling,
  instead,
  late,
  thrower,
}: Chain): string {
  const call = (thing: Thing, fails = isFailing(thing)) =>
    `${fails ? "rejected" : "resolved"} with ${thingInWords(thing)}`;
  const verb = (thing: Thing) => (isFailing(thing) ? "throws" : "returns");
  const parts = [
    `With a future that is ${[call(settled, rejects), ...(also ?? []).map((each) => call(each))].join(", then ")}`,
    callback && `a callback that ${verb(callback)} ${thingInWords(callback)}`,
    sibling && `one for a ${fails(settled) ? "value" : "failure"} that returns a value`,
    instead?.length && `${instead.map((each) => show(toPlain(each))).join(", ")} for callbacks`,
    late && "a then that is called later",
    thrower && "another callback before that, which throws",
  ];
  return parts.filter(Boolean).join(", and ");
}
