import { expect, test } from "vitest";
import { refusalMistakes, refusing, rejectedAsBad } from "./bad-numbers.ts";
import { runHere } from "./models/run-fixture.ts";

const play = (make: (bad: number) => unknown) => refusing<null>("A thing", (_student, bad) => make(bad));

test.each([
  ["taken for good", () => ({}), "bad-input-accepted"],
  [
    "refused with another error",
    () => Promise.reject(new RangeError("later")).catch(() => {}),
    "bad-input-accepted",
  ],
  ["refused by a TypeError", thrower(new TypeError("no")), "generic-error"],
  ["refused", thrower(new RangeError("no")), undefined],
])("what is %s", async (_what, make, misconception) => {
  const { scenario, expect: judge } = play(make);
  const trace = await runHere((world) => scenario(world, null, 0));
  expect(judge(trace, 0).find((found) => found)?.misconception).toBe(misconception);
});

function thrower(error: Error): () => never {
  return () => {
    throw error;
  };
}

test.each([
  ["fulfils", async () => 1, "bad-input-accepted"],
  ["never settles", () => new Promise(() => {}), "bad-input-accepted"],
  ["rejects with another error", async () => thrower(new Error("no"))(), "generic-error"],
  [
    "rejects with one around it",
    async () => thrower(new Error("no", { cause: new RangeError("no") }))(),
    "wrapped-error",
  ],
  ["throws at once", thrower(new RangeError("no")), "sync-throw-escapes"],
])("a call that %s", async (_what, act, misconception) => {
  const trace = await runHere(act);
  expect(rejectedAsBad(trace)).toBeDefined();
  expect(Object.entries(refusalMistakes).find(([, is]) => is(trace))?.[0]).toBe(misconception);
});

test("a call that rejects with a RangeError", async () => {
  expect(rejectedAsBad(await runHere(async () => thrower(new RangeError("no"))()))).toBeUndefined();
});
