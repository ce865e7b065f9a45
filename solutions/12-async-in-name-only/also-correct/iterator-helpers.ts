// Turns of the event loop as an async iterable, and the chunks counted off against it.
import { scheduler } from "node:timers/promises";

async function* inTurns<T>(items: Iterable<T>): AsyncGenerator<T> {
  for (const item of items) {
    yield item;
    await scheduler.wait(1);
  }
}

function* chunks(numbers: readonly number[], size: number): Generator<number[]> {
  if (!Number.isInteger(size) || size < 1) throw new RangeError(`Cannot cut chunks of ${size}`);
  for (let rest = numbers; rest.length > 0; rest = rest.slice(size)) yield rest.slice(0, size);
}

export async function sumAll(
  numbers: number[],
  addUp: (chunk: number[]) => number,
  chunkSize: number,
): Promise<number> {
  const parts = await Array.fromAsync(inTurns(chunks(numbers, chunkSize)), addUp);
  return parts.reduce((sum, part) => sum + part, 0);
}
