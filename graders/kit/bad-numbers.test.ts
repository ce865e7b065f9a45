import { expect, test } from "vitest";
import { refusing } from "./bad-numbers.ts";
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
