// fails: yield (overdue-interval)
import { setInterval as ticks } from "node:timers/promises";

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
  let [start, sum] = [0, 0];
  if (numbers.length === 0) return sum;
  for await (const _ of ticks(1)) {
    sum += addUp(numbers.slice(start, (start += chunkSize)));
    if (start >= numbers.length) break;
  }
  return sum;
}
