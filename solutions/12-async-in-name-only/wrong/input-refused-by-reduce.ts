// fails: empty (input-refused)

import { scheduler } from "node:timers/promises";

export async function sumAll(
  numbers: number[],
  addUp: (chunk: number[]) => number,
  chunkSize: number,
): Promise<number> {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
  const sums: number[] = [];
  for (let from = 0; from < numbers.length; from += chunkSize) {
    sums.push(addUp(numbers.slice(from, from + chunkSize)));
    await scheduler.yield();
  }
  return sums.reduce((total, sum) => total + sum);
}
