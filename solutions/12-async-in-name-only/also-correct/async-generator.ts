// An async generator of partial sums: whoever reads it waits for a turn of the event loop after each.
import { setImmediate as turn } from "node:timers/promises";

async function* partialSums(numbers: number[], addUp: (chunk: number[]) => number, size: number) {
  for (let start = 0; start < numbers.length; start += size) {
    yield addUp(numbers.slice(start, start + size));
    await turn();
  }
}

export async function sumAll(
  numbers: number[],
  addUp: (chunk: number[]) => number,
  chunkSize: number,
): Promise<number> {
  if (chunkSize < 1 || !Number.isInteger(chunkSize)) throw new RangeError("The chunk size must be 1 or more");
  let sum = 0;
  for await (const part of partialSums(numbers, addUp, chunkSize)) sum += part;
  return sum;
}
