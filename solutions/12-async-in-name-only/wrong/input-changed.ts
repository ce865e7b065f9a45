// fails: apart (input-changed)
import { scheduler } from "node:timers/promises";

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
  let sum = 0;
  while (numbers.length > 0) {
    sum += addUp(numbers.splice(0, chunkSize));
    await scheduler.yield();
  }
  return sum;
}
