// fails: story (service-unused); also: yield, time, cover, failure

import { scheduler } from "node:timers/promises";

export async function sumAll(
  numbers: number[],
  _addUp: (chunk: number[]) => number,
  chunkSize: number,
): Promise<number> {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
  let sum = 0;
  for (let start = 0; start < numbers.length; start += chunkSize) {
    for (const number of numbers.slice(start, start + chunkSize)) sum += number;
    await scheduler.yield();
  }
  return sum;
}
