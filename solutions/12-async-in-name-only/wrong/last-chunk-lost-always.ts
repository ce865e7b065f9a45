// fails: story (last-chunk-lost); also: cover, failure
import { scheduler } from "node:timers/promises";

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
  let sum = 0;
  for (let start = 0; start + chunkSize < numbers.length; start += chunkSize) {
    sum += addUp(numbers.slice(start, start + chunkSize));
    await scheduler.yield();
  }
  return sum;
}
