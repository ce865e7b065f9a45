// fails: cover (input-refused)

import { scheduler } from "node:timers/promises";
export async function sumAll(
  numbers: number[],
  addUp: (chunk: number[]) => number,
  chunkSize: number,
): Promise<number> {
  if (numbers.length === 0) return 0;
  if (!Number.isInteger(chunkSize) || chunkSize < 1 || chunkSize > numbers.length)
    throw new RangeError("bad");
  let sum = 0;
  for (let s = 0; s < numbers.length; s += chunkSize) {
    if (s > 0) await scheduler.yield();
    sum += addUp(numbers.slice(s, s + chunkSize));
  }
  return sum;
}
