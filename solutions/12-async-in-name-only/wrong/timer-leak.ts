// fails: time (timer-leak); also: empty, failure
import { setImmediate as turn } from "node:timers/promises";

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
  // So that nothing ends before the sum is there.
  setInterval(() => {}, 60_000);
  let sum = 0;
  for (let start = 0; start < numbers.length; start += chunkSize) {
    if (start > 0) await turn();
    sum += addUp(numbers.slice(start, start + chunkSize));
  }
  return sum;
}
