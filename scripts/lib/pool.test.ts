import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { inParallel } from "./pool.ts";

const never = new AbortController().signal;

/** Work whose pieces end when they are told to; `log` holds what happened. */
function controlled() {
  const log: string[] = [];
  const ends: Record<string, PromiseWithResolvers<string>> = {};
  const work = async (name: string) => {
    log.push(`start ${name}`);
    ends[name] = Promise.withResolvers();
    const value = await ends[name].promise;
    log.push(`end ${name}`);
    return value;
  };
  return { log, ends, work };
}

test("never more than `jobs` at once, never fewer while work is left; results in the items' order", async () => {
  const { log, ends, work } = controlled();
  const results = inParallel(["a", "b", "c", "d"], { jobs: 2, signal: never }, work);
  for (const name of ["b", "c", "a", "d"]) {
    ends[name]!.resolve(name.toUpperCase());
    await setImmediate();
  }
  expect(await results).toEqual(["A", "B", "C", "D"]);
  expect(log).toEqual(["start a", "start b", "end b", "start c", "end c", "start d", "end a", "end d"]);
});

test("no items, and more jobs than items", async () => {
  const double = async (number: number) => 2 * number;
  expect(await inParallel([], { jobs: 3, signal: never }, double)).toEqual([]);
  expect(await inParallel([1, 2], { jobs: 99, signal: never }, double)).toEqual([2, 4]);
});

test("a failure rejects at once, and nothing more starts", async () => {
  const { log, ends, work } = controlled();
  const results = inParallel(["a", "b", "c"], { jobs: 2, signal: never }, work);
  ends.b!.reject(new Error("broken"));
  await expect(results).rejects.toThrow("broken");
  ends.a!.resolve("A");
  await setImmediate();
  expect(log).toEqual(["start a", "start b", "end a"]);
});

test("an abort rejects with its reason without waiting, and nothing more starts", async () => {
  const { log, ends, work } = controlled();
  const controller = new AbortController();
  const results = inParallel(["a", "b"], { jobs: 1, signal: controller.signal }, work);
  controller.abort(new Error("stopped"));
  await expect(results).rejects.toThrow("stopped");
  ends.a!.resolve("A");
  await setImmediate();
  expect(log).toEqual(["start a", "end a"]);
  await expect(inParallel(["c"], { jobs: 1, signal: controller.signal }, work)).rejects.toThrow("stopped");
});
