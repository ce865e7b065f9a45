import { expect, test } from "vitest";
import { identical } from "../../trace/plain.ts";
import { madeBy, outcomeOf } from "../../trace/trace.ts";
import { failing, returning, throwing } from "../jobs.ts";
import { nativeFuture, runHere } from "./run-fixture.ts";
import {
  comingTo,
  inWords,
  isFailing,
  MEDDLING,
  makeThing,
  ODD,
  type Thing,
  UNREADABLE,
  USUAL,
} from "./thenables.ts";

/** How the language itself takes such a thing: with what it was made of, or else not so. */
async function taken(thing: Thing): Promise<string> {
  const trace = await runHere((world) => {
    const future = nativeFuture();
    void world.watch("thing", () => future);
    future.resolve(makeThing(world, thing, "end", nativeFuture, future));
  });
  const { state, settled, value = null } = outcomeOf(trace, "thing");
  const own = identical(value, madeBy(trace, "end 1")) ? "its end" : "something else";
  return `${state} with ${own} at ${settled?.at}`;
}

test("the language follows things of every kind, in each other as well, to what their job ends with", async () => {
  for (const kind of [...USUAL, ...ODD, MEDDLING]) {
    expect([kind, await taken(comingTo(returning(0), kind))]).toEqual([kind, "fulfilled with its end at 0"]);
    expect([kind, await taken(comingTo(failing(0), kind))]).toEqual([kind, "rejected with its end at 0"]);
  }
  expect(await taken(comingTo(returning(300), ...USUAL, ...USUAL))).toBe("fulfilled with its end at 300");
  expect(await taken(comingTo(failing(300), ...USUAL, ODD[2]!))).toBe("rejected with its end at 300");
  for (const kind of [USUAL[1]!, UNREADABLE])
    expect(await taken(comingTo(throwing(), kind))).toBe("rejected with its end at 0");
});

test("what is no thing is what the job ends with, and is handed over as such", async () => {
  expect(await taken(returning(300, 0))).toBe("fulfilled with its end at 0");
  const failures = [returning(0), failing(0), throwing(), comingTo(failing(0), "a promise")].map(isFailing);
  expect(failures).toEqual([false, true, true, false]);
});

test("a thing is said from the outside in", () => {
  expect(inWords(comingTo(failing(300), "a future", "a promise"))).toBe(
    "a future that comes to a promise that rejects with an Error after 300 ms",
  );
  expect(inWords(comingTo(throwing(0), UNREADABLE))).toBe(
    "an object whose then cannot be read that throws 0",
  );
  expect([returning(0), failing(0), returning(0, null)].map(inWords)).toEqual([
    "a value",
    "an Error",
    "null",
  ]);
});
