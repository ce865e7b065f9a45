// Handlers that are called with requests: each does the work of whose request it is. Serves 32, and 35.
import { equal, identical } from "../../trace/plain.ts";
import { madeBy, notesOf, type Trace } from "../../trace/trace.ts";
import type { World } from "../../world/world.ts";
import { that } from "../expectations.ts";
import type { Finding, Mistakes } from "../grader.ts";
import { isFalsy, partsOf } from "../mistakes/values.ts";

const GOT = "request";
const nameOf = (index: number) => `${GOT} ${index + 1}`;

/**
 * Tells whose request (by index) a handler is called with. Of several that are the same each has its own call; a copy is that of
 * which it is one, as far as one can see.
 */
export function askedFor(requests: readonly unknown[]): (request: unknown) => number {
  const left = new Set(requests.keys());
  const text = (request: unknown) => JSON.stringify(request);
  return (request) => {
    const such = (is: (other: unknown) => boolean) =>
      [...requests.keys()].filter((index) => is(requests[index]));
    const same = such((other) => Object.is(other, request));
    const like = same.length > 0 ? same : such((other) => text(other) === text(request));
    const own = like.find((index) => left.has(index)) ?? like[0] ?? [...left][0] ?? 0;
    left.delete(own);
    return own;
  };
}

/** So many requests, each for a page of its own. */
export const pages = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ path: `/burgers/${index + 1}` }));

/** The requests, made in the world; and a handler of those `from` .. `to`, which notes what it is called with, and does `work`. */
export function handlers(world: World, all: readonly unknown[]) {
  const requests = all.map((each, index) => world.made(nameOf(index), each));
  return {
    requests,
    handler<Result>(from: number, to: number, work: (index: number) => Result) {
      const whose = askedFor(requests.slice(from, to));
      return (request: unknown): Result => {
        const index = whose(request);
        world.note(GOT, [from + index + 1, request]);
        return work(index);
      };
    },
  };
}

const gotten = (trace: Trace) => notesOf(trace, GOT).map(({ value }) => partsOf(value));

/** For each of so many requests a handler was called once, with that very one. */
export function gotTheirs(trace: Trace, count: number): Finding[] {
  return Array.from({ length: count }, (_, index): Finding => {
    const made = madeBy(trace, nameOf(index));
    const own = gotten(trace).flatMap(([number, request]) => (number === index + 1 ? [request!] : []));
    const calls = own.length === 0 ? "no call of a handler" : `${own.length} calls of a handler`;
    const often = that(own.length === 1, `${calls} for request ${index + 1}; expected one.`, {
      ...(own.length > 1 && { otherwise: "repeated-call" }),
    });
    return often ?? that(identical(own[0]!, made), `a handler did not get request ${index + 1} itself.`);
  });
}

/** What a handler was called with in place of its request. */
export const requestMistakes: Mistakes = {
  "copy-handed-on": (trace) =>
    some(trace, (request, made) => equal(request, made) && !identical(request, made)),
  "falsy-is-nothing": (trace) => some(trace, (request, made) => isFalsy(made) && !identical(request, made)),
  "lost-arguments": (trace) => some(trace, (request, made) => !equal(request, made)),
};

function some(trace: Trace, such: (request: any, made: any) => boolean): boolean {
  return gotten(trace).some(([number, request = null]) =>
    such(request, madeBy(trace, nameOf(Number(number) - 1))),
  );
}
