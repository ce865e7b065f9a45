import { scheduler } from "node:timers/promises";

class ChunkSizeError extends RangeError {
  override readonly name = "ChunkSizeError";

  constructor(readonly size: number) {
    super(`A chunk must hold a whole number from 1: it is ${size}`);
  }
}

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new ChunkSizeError(chunkSize);
  const rest = [...numbers];
  let sum = 0;
  while (rest.length > 0) {
    sum += addUp(rest.splice(0, chunkSize));
    if (rest.length > 0) await scheduler.yield();
  }
  return sum;
}
