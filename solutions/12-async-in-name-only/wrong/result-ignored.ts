// fails: cover (result-ignored)
import { scheduler } from "node:timers/promises";

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
  let sum = 0;
  for (let start = 0; start < numbers.length; start += chunkSize) {
    const chunk = numbers.slice(start, start + chunkSize);
    addUp(chunk);
    for (const number of chunk) sum += number;
    await scheduler.yield();
  }
  return sum;
}
