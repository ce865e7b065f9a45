import { expect, test } from "vitest";
import { toPlain } from "../../trace/plain.ts";
import type { Trace } from "../../trace/trace.ts";
import { failing, returning, throwing } from "../jobs.ts";
import { type Chain, chaining } from "./futures.ts";
import { mistakes } from "./futures-mistakes.ts";
import { nativeFuture, runHere } from "./run-fixture.ts";
import { comingTo, NO_THENABLE, ODD, type Settleable, UNREADABLE } from "./thenables.ts";

/** What is named where futures are made by `make` out of the language's promises. */
async function named(chain: Chain, make: () => unknown, change = (trace: Trace) => trace): Promise<string[]> {
  const trace = await runHere((world) => chaining(world, make as () => Settleable, chain));
  const seen = change({ ...trace, input: toPlain(chain) });
  return Object.entries(mistakes).flatMap(([id, shows]) => (shows(seen) ? [id] : []));
}
const silent = (trace: Trace): Trace => ({ ...trace, calls: [] });
/** As if it had come to this. */
const sees =
  (service: string, of: string) =>
  (trace: Trace): Trace => ({
    ...trace,
    calls: [
      { ...trace.calls.at(-1)!, service, args: [of.includes(" thing ") ? of : (trace.made[of] ?? of)] },
    ],
  });

test("chains that come to something else by a wrong rule", async () => {
  const deep = comingTo(returning(300), "a future", "an object with a then");
  const own = comingTo(returning(300), "an object with a then");
  const rows: [string, Chain, (trace: Trace) => Trace][] = [
    ["no-chaining", { settled: returning(0), callback: returning(0) }, sees("value", "settled 1")],
    [
      "handled-failure-goes-on",
      { settled: failing(0), callback: returning(0) },
      sees("failure", "callback 1"),
    ],
    ["swallowed-error", { settled: failing(0) }, sees("value", "settled 1")],
    ["no-adoption", { settled: deep }, sees("value", "settled thing 1: a future")],
    ["adopts-one-level", { settled: deep }, sees("value", "settled thing 2: an object with a then")],
    ["adopts-some-kinds", { settled: own }, sees("value", "settled thing 1: an object with a then")],
    ["settles-twice", { settled: returning(0), also: [failing(0)] }, sees("failure", "later 1 1")],
    ["adopts-reasons", { settled: own, rejects: true }, sees("value", "settled 1")],
    ["falsy-is-nothing", { settled: failing(0, 0) }, silent],
    ["late-then-ignored", { settled: returning(0), late: true }, silent],
    ["lost-rejection", { settled: failing(0) }, silent],
    ["settles-twice", { settled: comingTo(returning(0), ODD[0]!) }, sees("value", "second answer")],
    ["reads-then-twice", { settled: comingTo(returning(0), ODD[2]!) }, silent],
    ["then-without-this", { settled: comingTo(returning(0), ODD[3]!) }, silent],
    ["throw-escapes", { settled: comingTo(throwing(), UNREADABLE) }, silent],
    ["then-is-no-function", { settled: returning(0, NO_THENABLE) }, silent],
  ];
  for (const [id, chain, change] of rows) expect(await named(chain, nativeFuture, change)).toEqual([id]);
});

test("a `then` that gives nothing", async () => {
  const future = { state: "pending", resolve() {}, reject() {}, ["then" as string]: () => undefined };
  expect(await named({ settled: returning(0), callback: returning(0) }, () => future)).toEqual([
    "no-chaining",
  ]);
});

test("what one callback throws is handled by the other of the same `then`", async () => {
  const chained = () => {
    const future = nativeFuture();
    return Object.create(future, {
      ["then" as string]: { value: (act: () => 0, other: () => 0) => future.then(act).then(null, other) },
    });
  };
  const chain = { settled: returning(0), callback: throwing(), sibling: true };
  expect(await named(chain, chained)).toEqual(["throw-handled-by-sibling"]);
  expect(await named({ ...chain, callback: returning(0) }, chained)).toEqual([]);
});
