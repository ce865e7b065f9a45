// A loop that gives way before every chunk but the first.
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
    // A promise that is ready already would not do: its callbacks run before any timer.
    if (start > 0) await scheduler.yield();
    sum += addUp(numbers.slice(start, start + chunkSize));
  }
  return sum;
}
