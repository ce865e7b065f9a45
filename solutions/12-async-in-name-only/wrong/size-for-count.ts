// fails: story (size-for-count); also: yield, cover
import { scheduler } from "node:timers/promises";

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
  const length = Math.ceil(numbers.length / chunkSize);
  let sum = 0;
  for (let start = 0; start < numbers.length; start += length) {
    sum += addUp(numbers.slice(start, start + length));
    await scheduler.yield();
  }
  return sum;
}
