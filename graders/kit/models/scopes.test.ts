// Scopes in each other, by rules, against ends that were thought out by hand.
import { expect, test } from "vitest";
import { type Plain, toPlain } from "../../trace/plain.ts";
import { emptyTrace, type Outcome } from "../../trace/trace.ts";
import type { World } from "../../world/world.ts";
import { type Body, firstReason, inScope, labelOf, type Scope, scopesEnded } from "./scopes.ts";

const moment = (at: number, place = 0) => ({ at, seq: at * 10 + place });
const named = (name: string, ref?: string): Plain => {
  return { t: "error", name, message: "", props: [], ...(ref !== undefined && { ref }) };
};
const [reason, timeout, own] = [named("Error", "reason"), named("TimeoutError"), named("Error", "own")];
const timedOut = toPlain({ timedOut: true });
const inTime = (value: unknown) => toPlain({ timedOut: false, value });

/** A body that was told at a time and ended at another: with the reason, or with a value. */
const obeying = (told: number, end: number): Body => ({
  ...{ how: "rejected", value: reason, end: moment(end, 5), signal: { aborted: moment(told) }, obeys: true },
});
const ending = (end: number, how = "fulfilled", value: Plain = "data", told?: number): Body => ({
  ...{ how, value, end: moment(end, 5), obeys: false },
  signal: told === undefined ? {} : { aborted: moment(told) },
});

type End = [state: Outcome["state"], at: number, value: Plain];
/** What is wrong with scopes that ended so, from the outermost inwards; that of the innermost first. */
function found(scopes: Scope[], body: Body, ends: End[], outside?: number) {
  const outcomes = ends.map(([state, at, value], depth): [string, Outcome] => {
    const settled = state === "pending" ? {} : { settled: moment(at, 9 - depth), value };
    return [labelOf(depth), { label: labelOf(depth), start: moment(0), state, ...settled }];
  });
  const trace = emptyTrace({ outcomes: Object.fromEntries(outcomes) });
  return scopesEnded(trace, { scopes, outside }, body).map((finding) => finding?.misconception);
}
const fail = (ms: number): Scope => ({ by: "failAfter", ms });
const move = (ms: number): Scope => ({ by: "moveOnAfter", ms });

test("what the body ends with is the outcome, but for the scope's own reason", () => {
  const right: [Scope, Body, End][] = [
    [fail(1000), obeying(1000, 1300), ["rejected", 1300, timeout]],
    [move(1000), obeying(1000, 1300), ["fulfilled", 1300, timedOut]],
    [fail(1000), ending(800), ["fulfilled", 800, "data"]],
    [move(1000), ending(800), ["fulfilled", 800, inTime("data")]],
    [move(1000), ending(3000, "fulfilled", "data", 1000), ["fulfilled", 3000, inTime("data")]],
    [fail(1000), ending(3000, "rejected", own, 1000), ["rejected", 3000, own]],
    [move(1000), ending(800, "rejected", own), ["rejected", 800, own]],
    // A timer of 0 ms takes 1 ms.
    [fail(0), obeying(1, 1), ["rejected", 1, timeout]],
  ];
  for (const [scope, body, end] of right) expect(found([scope], body, [end])).toEqual([undefined]);
  expect(found([move(1000)], obeying(500, 1200), [["rejected", 1200, reason]], 500)).toEqual([undefined]);
});

test("scopes nest: the reason is for the one whose deadline it is", () => {
  const outer: [Scope[], Body, End[]] = [
    [move(300), fail(1000)],
    obeying(300, 1200),
    [
      ["fulfilled", 1200, timedOut],
      ["rejected", 1200, reason],
    ],
  ];
  const inner: typeof outer = [
    [move(1000), fail(300)],
    obeying(300, 1200),
    [
      ["rejected", 1200, timeout],
      ["rejected", 1200, timeout],
    ],
  ];
  expect(found(...outer)).toEqual([undefined, undefined]);
  expect(found(...inner)).toEqual([undefined, undefined]);
  expect(firstReason({ scopes: outer[0], outside: 200 })).toBe(200);
  const taken = "outer-taken-for-own";
  expect(found(outer[0], outer[1], [outer[2][0]!, ["rejected", 1200, timeout]])).toEqual([taken, undefined]);
  expect(found(inner[0], inner[1], [["fulfilled", 1200, timedOut], inner[2][1]!])).toEqual([
    undefined,
    taken,
  ]);
});

test.each<[string, Scope, Body, End, number?]>([
  ["leaves-before-cleanup", fail(1000), obeying(1000, 1300), ["rejected", 1000, timeout]],
  ["resolves-on-timeout", fail(1000), obeying(1000, 1300), ["fulfilled", 1300, toPlain(undefined)]],
  ["throws-on-timeout", move(1000), obeying(1000, 1300), ["rejected", 1300, reason]],
  ["generic-error", fail(1000), obeying(1000, 1300), ["rejected", 1300, reason]],
  ["late-abort-wins", fail(1000), obeying(1000, 1300), ["rejected", 1300, own], 1200],
  ["outer-taken-for-own", move(1000), obeying(500, 1200), ["fulfilled", 1200, timedOut], 500],
  ["late-value-lost", fail(1000), ending(3000, "fulfilled", 1, 1000), ["rejected", 3000, timeout]],
  ["late-error-is-timeout", move(1000), ending(3000, "rejected", own, 1000), ["fulfilled", 3000, timedOut]],
  ["swallowed-error", move(1000), ending(800, "rejected", own), ["fulfilled", 800, inTime(1)]],
  ["value-lost", move(1000), ending(800), ["fulfilled", 800, toPlain({ timedOut: false })]],
  ["forgotten-await", move(1000), ending(800), ["fulfilled", 800, { t: "promise" }]],
  ["generic-error", fail(1000), ending(800, "rejected", own), ["rejected", 800, named("Error")]],
])("names what a scope makes of it otherwise: %s", (name, scope, body, end, outside) => {
  expect(found([scope], body, [end], outside)).toEqual([name]);
});

test("a right scope for scenarios tells its own deadline from other failures", async () => {
  const asked: unknown[] = [];
  const world = {
    signal: (name: string, { abortAt, reason }: { abortAt: number; reason: unknown }) => {
      asked.push([name, abortAt]);
      return AbortSignal.abort(reason);
    },
  } as unknown as World;
  const by = (scope: Scope, body: (signal: AbortSignal) => Promise<unknown>) => inScope(world, scope, body);
  const obey = async (signal: AbortSignal) => signal.throwIfAborted();
  expect(await by(move(700), obey)).toEqual({ timedOut: true });
  expect(await by(move(700), async () => 1)).toEqual({ timedOut: false, value: 1 });
  expect(await by(fail(700), async () => 1)).toBe(1);
  await expect(by(fail(700), obey)).rejects.toMatchObject({ name: "TimeoutError" });
  await expect(by(move(700), () => Promise.reject(0))).rejects.toBe(0);
  expect(asked).toEqual(Array(5).fill(["signal", 700]));
});
