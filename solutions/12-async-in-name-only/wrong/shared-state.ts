// fails: apart (shared-state)
import { scheduler } from "node:timers/promises";

let sum = 0;

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
  sum = 0;
  for (let start = 0; start < numbers.length; start += chunkSize) {
    sum += addUp(numbers.slice(start, start + chunkSize));
    await scheduler.yield();
  }
  return sum;
}
