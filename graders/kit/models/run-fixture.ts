// Runs a scenario in the world as it is, but in this process and on Node's own objects: for tests of models, which hold what
// they say of promises against the language's own.
import { types } from "node:util";
import type { Trace } from "../../trace/trace.ts";
import { VirtualClock } from "../../world/clock.ts";
import { Recorder } from "../../world/stage/recorder.ts";
import { snapshot } from "../../world/stage/snapshot.ts";
import { createWorld, watch } from "../../world/stage/world.ts";
import type { World } from "../../world/world.ts";
import type { Settleable } from "./thenables.ts";

/** The trace of a scenario that uses no signals. Rejects with what a callback throws. */
export async function runHere(scenario: (world: World) => unknown): Promise<Trace> {
  const clock = new VirtualClock();
  const { isProxy, isPromise, isMap, isSet, isDate, isNativeError: isError } = types;
  const never = () => false;
  const host = { isProxy, isPromise, isMap, isSet, isDate, isError, isSignal: never, isAborted: never };
  const recorder: Recorder = new Recorder({
    now: () => clock.now,
    copy: (value, maxNodes) =>
      snapshot(value, { ...host, nameOf: (each) => recorder.nameOf(each), where: () => [] }, maxNodes),
  });
  const abort = { isSignal: never } as never;
  const { world } = createWorld({ key: "here", clock, recorder, harden: (value) => value, abort });
  void watch(recorder, "main", () => scenario(world));
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  for (await turn(); clock.nextDue() !== undefined; await turn()) clock.fireNext();
  return recorder.trace;
}

/** A promise of the language, with its two functions. */
export function nativeFuture(promise?: Promise<unknown>): Settleable {
  const own = Promise.withResolvers<unknown>();
  let state = "pending";
  const noted = (name: string) => () => {
    state = name;
  };
  const inner = promise ?? own.promise;
  inner.then(noted("fulfilled"), noted("rejected"));
  return {
    get state() {
      return state;
    },
    resolve: own.resolve,
    reject: own.reject,
    // biome-ignore lint/suspicious/noThenProperty: that is what a future is for.
    then: (...callbacks) => nativeFuture(inner.then(...callbacks)),
  };
}
