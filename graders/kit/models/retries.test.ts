import { expect, test } from "vitest";
import { throwing } from "../jobs.ts";
import { after, failed, inWords, plainWait, smallRetries, waitOf } from "./retries.ts";

test("waits grow by a factor, up to a limit, and jitter has the last word", () => {
  const waits = (load: Parameters<typeof waitOf>[0]) => [1, 2, 3, 4].map(waitOf(load));
  expect(waits(failed([]))).toEqual([100, 200, 400, 800]);
  expect(waits(failed([], { factor: 3, maxMs: 500 }))).toEqual([100, 300, 500, 500]);
  expect(waits(failed([], { maxMs: 0 }))).toEqual([0, 0, 0, 0]);
  const load = failed([], { maxMs: 150, jitter: [300, 0, 7] });
  expect(waits(load)).toEqual([300, 0, 7, 0]);
  expect(plainWait(load)(2)).toBe(150);
});

test("attempts in words", () => {
  expect(
    inWords({
      ...after([300], 100, { factor: 3, maxMs: 0, jitter: [1, 2], refuses: [2], abort: { after: 50 } }),
      jobs: [throwing()],
      undefined: true,
    }),
  ).toBe(
    "With attempts of one that throws at once, at most 3, baseMs 100, factor 3, maxMs 0, a jitter that makes 1, 2 ms of the waits, a shouldRetry that refuses failure 2, all else undefined, aborted at 50 ms",
  );
});

test("all small ones are aborted at every moment", () => {
  expect(smallRetries(1).map(inWords)).toEqual(
    [100, 200].flatMap((ms) => [
      `With attempts of 100 ms that fails, 100 ms, at most 3, baseMs 100, factor 1, aborted at ${ms} ms`,
      `With attempts of 100 ms that fails, at most 1, baseMs 100, factor 1, aborted at ${ms} ms`,
    ]),
  );
});
