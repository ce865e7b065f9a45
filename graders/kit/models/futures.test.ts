// What a chain comes to is what the language's own promises make of it.
import { expect, test } from "vitest";
import { toPlain } from "../../trace/plain.ts";
import { notesOf } from "../../trace/trace.ts";
import { FALSY, failing, returning, throwing } from "../jobs.ts";
import { type Chain, came, chaining, comesTo, inWords } from "./futures.ts";
import { nativeFuture, runHere } from "./run-fixture.ts";
import { comingTo, MEDDLING, USUAL } from "./thenables.ts";

const run = async (chain: Chain) => {
  const trace = await runHere((world) => chaining(world, nativeFuture, chain));
  return { ...trace, input: toPlain(chain) };
};

test("the language's promises come to what the model says", async () => {
  const thing = comingTo(returning(300), "an object with a then", "a promise");
  const chains: Chain[] = [returning(0), failing(0), thing, comingTo(failing(300), ...USUAL)].flatMap(
    (settled): Chain[] => [
      { settled },
      { settled, callback: returning(0), late: true },
      { settled, callback: throwing() },
      { settled, callback: throwing(), sibling: true },
      { settled, callback: comingTo(failing(200), "a function with a then") },
      { settled, instead: [null, 1, "text", {}] },
      { settled, also: [failing(0), returning(0)] },
    ],
  );
  chains.push({ settled: comingTo(returning(300), MEDDLING) }, { settled: thing, rejects: true });
  chains.push(...FALSY.map((value) => ({ settled: failing(0, value), callback: throwing(value) })));
  for (const chain of chains) expect([chain, came(await run(chain), chain)]).toEqual([chain, undefined]);
});

test("where and when it comes to what", () => {
  const settled = comingTo(returning(300), "a promise");
  expect(comesTo({ settled })).toEqual({ fails: false, of: "settled 1", at: 400 });
  expect(comesTo({ settled, callback: comingTo(failing(100), "a future") })).toEqual({
    fails: true,
    of: "callback 1",
    at: 500,
  });
  expect(comesTo({ settled: failing(0), instead: [null], late: true })).toEqual({
    fails: true,
    of: "settled 1",
    at: 300,
  });
  expect(comesTo({ settled, rejects: true })).toEqual({
    fails: true,
    of: "settled thing 1: a promise",
    at: 100,
  });
});

test("what comes otherwise is said", async () => {
  const chain: Chain = { settled: returning(0, "end") };
  const trace = await run(chain);
  expect(came(trace, { settled: failing(0) })?.message).toBe(
    'it came to a value, "end", at 100 ms; expected a failure, "end", at 100 ms.',
  );
  expect(came({ ...trace, calls: [] }, chain)?.message).toBe(
    'it came to nothing; expected a value, "end", at 100 ms.',
  );
  expect(came({ ...trace, calls: [...trace.calls, ...trace.calls] }, chain)?.message).toMatch(
    /^it came to a value, "end", at 100 ms, and to a value/,
  );
});

test("the state is noted at first, after each call, and at last", async () => {
  const trace = await run({ settled: returning(0), also: [failing(0), failing(0)] });
  // Nobody can see at once what a promise of the language is.
  expect(notesOf(trace, "state").map(({ at, value }) => `${value} at ${at}`)).toEqual([
    "pending at 0",
    "pending at 100",
    "pending at 100",
    "fulfilled at 200",
    "fulfilled at 1000",
  ]);
});

test("a chain is put into words", () => {
  const settled = comingTo(returning(300), "a promise");
  expect(
    inWords({
      settled,
      also: [failing(0)],
      callback: throwing(),
      sibling: true,
      instead: [null],
      late: true,
    }),
  ).toBe(
    "With a future that is resolved with a promise that comes to a value after 300 ms, then rejected with an Error, and a callback that throws an Error, and one for a failure that returns a value, and null for callbacks, and a then that is called later",
  );
  expect(inWords({ settled: failing(0, 0), instead: [] })).toBe("With a future that is rejected with 0");
});
