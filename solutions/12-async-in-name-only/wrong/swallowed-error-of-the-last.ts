// fails: failure (swallowed-error)

import { scheduler } from "node:timers/promises";
export async function sumAll(
  numbers: number[],
  addUp: (chunk: number[]) => number,
  chunkSize: number,
): Promise<number> {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("bad");
  let sum = 0;
  for (let s = 0; s < numbers.length; s += chunkSize) {
    if (s > 0) await scheduler.yield();
    const last = s + chunkSize >= numbers.length;
    try {
      sum += addUp(numbers.slice(s, s + chunkSize));
    } catch (e) {
      if (last) return sum;
      throw e;
    }
  }
  return sum;
}
