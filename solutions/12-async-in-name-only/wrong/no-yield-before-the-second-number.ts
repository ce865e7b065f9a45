// fails: yield (no-yield)
import { scheduler } from "node:timers/promises";

export async function sumAll(
  numbers: number[],
  addUp: (chunk: number[]) => number,
  chunkSize: number,
): Promise<number> {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) {
    throw new RangeError(`chunkSize must be a positive integer: it is ${chunkSize}`);
  }
  let sum = 0;
  for (let start = 0; start < numbers.length; start += chunkSize) {
    // Meant for the first chunk; of chunks of one number the second begins at 1.
    if (start > 1) await scheduler.yield();
    sum += addUp(numbers.slice(start, start + chunkSize));
  }
  return sum;
}
