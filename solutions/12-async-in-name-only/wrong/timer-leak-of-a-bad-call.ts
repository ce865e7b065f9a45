// fails: range (timer-leak)

import { scheduler } from "node:timers/promises";
export async function sumAll(
  numbers: number[],
  addUp: (chunk: number[]) => number,
  chunkSize: number,
): Promise<number> {
  const timer = setTimeout(() => console.warn("slow"), 60_000);
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("bad");
  try {
    let sum = 0;
    for (let s = 0; s < numbers.length; s += chunkSize) {
      if (s > 0) await scheduler.yield();
      sum += addUp(numbers.slice(s, s + chunkSize));
    }
    return sum;
  } finally {
    clearTimeout(timer);
  }
}
