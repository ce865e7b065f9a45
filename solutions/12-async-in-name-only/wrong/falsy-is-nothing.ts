// fails: failure (falsy-is-nothing)
import { scheduler } from "node:timers/promises";

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
  let sum = 0;
  let failure: unknown;
  for (let start = 0; start < numbers.length && !failure; start += chunkSize) {
    try {
      sum += addUp(numbers.slice(start, start + chunkSize));
      await scheduler.yield();
    } catch (error) {
      failure = error;
    }
  }
  if (failure) throw failure;
  return sum;
}
