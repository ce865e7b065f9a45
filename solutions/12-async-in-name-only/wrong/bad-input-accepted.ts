// fails: range (bad-input-accepted)
import { scheduler } from "node:timers/promises";

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  let sum = 0;
  for (let start = 0; start < numbers.length; start += chunkSize) {
    sum += addUp(numbers.slice(start, start + chunkSize));
    await scheduler.yield();
  }
  return sum;
}
