// Those who await one thing: promises are right by every way, and what is wrong with others is told apart.
import { expect, test } from "vitest";
import type { Plain } from "../../trace/plain.ts";
import { type Call, emptyTrace, type Note, type Trace } from "../../trace/trace.ts";
import type { World } from "../../world/world.ts";
import { allGot, askAll, FAILING_WAYS, mistakes, oneRun, WAYS } from "./awaiters.ts";

test("a promise's result comes out of every way, and its failure out of those that are named", async () => {
  for (const [way, take] of Object.entries(WAYS))
    expect([way, await take(Promise.resolve("made"))]).toEqual([way, "made"]);
  const reason = new Error("made");
  for (const way of FAILING_WAYS)
    await expect(Promise.resolve(WAYS[way]!(Promise.reject(reason)))).rejects.toBe(reason);
});

test("each of the four is to get the very same when it asks, or when it is there", () => {
  const thing: Plain = { t: "object", props: [], ref: "body 1" };
  const told = (name: string, value: Plain, times: number[]): Note[] =>
    times.map((at, seq) => ({ name, value, at, seq }));
  const expected = { fails: false, value: thing, end: 1000 };
  const faults = (notes: Note[]) =>
    allGot(emptyTrace({ notes }), expected).flatMap((finding) => finding?.message ?? []);
  expect(faults(told("value", thing, [1000, 1000, 1000, 2400]))).toEqual([]);
  expect(faults(told("value", { t: "object", props: [] }, [1000, 1000, 1000, 2400]))).toEqual([
    "An awaiter got a copy; expected the very same object.",
  ]);
  expect(faults(told("value", thing, [1000, 1000, 1000, 3400]))).toEqual([
    "`value` got {} at 3400 ms; expected at 2400 ms.",
  ]);
  expect(faults(told("failure", thing, [1000, 1000, 1000, 2400]))).toHaveLength(2);
});

test("what became of a failure", () => {
  const reason: Plain = { t: "error", name: "Error", message: "down", props: [], ref: "body 1" };
  const call: Call = {
    id: "body#1",
    service: "body",
    index: 1,
    args: [],
    start: { at: 0, seq: 1 },
    end: { at: 1000, seq: 2 },
    how: "rejected",
    value: reason,
    on: "async",
  };
  const main = {
    label: "main",
    start: { at: 0, seq: 0 },
    state: "fulfilled" as const,
    settled: { at: 2400, seq: 99 },
    value: { t: "undefined" } as Plain,
  };
  const shown = (name: string, values: Plain[]) => {
    const notes = values.map((value, index) => ({ name, value, at: 1000, seq: 10 + index }));
    const trace: Trace = emptyTrace({ calls: [call], outcomes: { main }, notes });
    return Object.keys(mistakes).find((id) => mistakes[id]!(trace));
  };
  const copy: Plain = { t: "error", name: "Error", message: "down", props: [] };
  expect({
    own: shown("failure", [reason, reason, reason, reason]),
    fewer: shown("failure", [reason]),
    copies: shown("failure", [copy, copy, copy, copy]),
    nothing: shown("failure", [reason, reason, reason, { t: "undefined" }]),
    value: shown("value", [reason, reason, reason, reason]),
    thrown: shown("thrown", [reason]),
  }).toEqual({
    own: undefined,
    fewer: "lost-rejection",
    copies: "wrapped-error",
    nothing: "lost-reason",
    value: "swallowed-error",
    thrown: "sync-throw-escapes",
  });
});

test("four ask, and a callback that is called before then is back is told", async () => {
  const asked = async (thing: PromiseLike<unknown>) => {
    const notes: Note[] = [];
    const note = (name: string, value: unknown) =>
      notes.push({ name, value: value as Plain, at: 2400, seq: 0 });
    const world = {
      wait: async () => {},
      note,
      sink: (name: string) => (value: unknown) => note(name, value),
    } as unknown as World;
    await askAll(world, thing);
    return allGot(emptyTrace({ notes }), { fails: false, value: "made", end: 2400 });
  };
  expect(await asked(Promise.resolve("made"))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  // biome-ignore lint/suspicious/noThenProperty: it is there to be awaited.
  const hasty = { then: (told: (value: string) => void) => told("made") } as unknown as PromiseLike<unknown>;
  expect((await asked(hasty)).flatMap((found) => found ?? [])).toEqual([
    { message: "A callback was called before `then` had come back.", misconception: "sync-callbacks" },
  ]);
});

test("an error of its own for the second who asks refuses that; the run's own failure does not", () => {
  const error = (ref?: string): Plain => ({
    ...{ t: "error", name: "Error", message: "not again", props: [] },
    ...(ref !== undefined && { ref }),
  });
  const calls = [{ service: "body" }] as unknown as Call[];
  const refuses = (...told: [string, Plain][]) =>
    oneRun["second-await-refused"]!(
      emptyTrace({ calls, notes: told.map(([name, value], seq) => ({ name, value, at: 0, seq })) }),
    );
  expect(refuses(["value", 1], ["failure", error()])).toBe(true);
  expect(refuses(["failure", error("body 1")], ["failure", error()])).toBe(true);
  expect(refuses(["failure", error("body 1")], ["failure", error("body 1")])).toBe(false);
  expect(refuses(["failure", error()], ["failure", error()])).toBe(false);
});
