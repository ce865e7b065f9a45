import { expect, test } from "vitest";
import type { Trace } from "../../trace/trace.ts";
import { calledInOrder, calling, inWords, mistakes } from "./callbacks.ts";
import { nativeFuture, runHere } from "./run-fixture.ts";

const run = (fails: boolean) => runHere((world) => calling(world, nativeFuture, { fails }));
const found = (trace: Trace) => [
  ...calledInOrder(trace).flatMap((finding) => finding?.message ?? []),
  ...Object.entries(mistakes).flatMap(([id, shows]) => (shows(trace) ? [id] : [])),
];
/** Only these, in this order; as they came, or from this place on (`seq`). */
const changed = (trace: Trace, names: string, seq?: number): Trace => ({
  ...trace,
  calls: [...names].map((name, index) => {
    const call = trace.calls.find(({ service }) => service === name)!;
    return seq === undefined ? call : { ...call, start: { at: call.start.at, seq: seq + index } };
  }),
});

test("the language's own promises call each callback once, in a microtask, in order", async () => {
  for (const fails of [false, true]) {
    const trace = await run(fails);
    expect(found(trace)).toEqual([]);
    expect(trace.calls.map(({ service }) => service).filter((name) => name !== "E")).toEqual([..."ABBCD"]);
  }
});

test("what is not so is told apart", async () => {
  const trace = await run(false);
  expect(found(changed(trace, "ABCDE"))).toContain("twins-merged");
  expect(found(changed(trace, "ABBE"))).toContain("late-then-ignored");
  expect(found(changed(trace, "BCD"))).toContain("one-callback-only");
  expect(found(changed(trace, "BBACDE"))).toEqual([
    "they ran in the order B, B, A, C, D; expected A, B, B, C, D, and E after A.",
    "callbacks-out-of-order",
  ]);
  expect(found(changed(trace, "ABBCDE", 1))[0]).toBe(
    "A ran before the code that had called `resolve` or `then` was over.",
  );
  expect(found(changed(trace, "ABBCDE", 1))).toContain("sync-callbacks");
  expect(found(changed(trace, "ABBCDE", 1000))).toEqual([
    "A was not run in a microtask, but in a later turn of the event loop.",
    "callbacks-by-timer",
  ]);
});

test("in words", () => {
  expect(inWords({ fails: true })).toBe(
    "With callbacks for a failure, A, B, B, C and, added by A, D, and E of a future that A settles",
  );
});
