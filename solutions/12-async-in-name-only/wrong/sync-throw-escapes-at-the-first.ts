// fails: failure (sync-throw-escapes)

export function sumAll(
  numbers: number[],
  addUp: (chunk: number[]) => number,
  chunkSize: number,
  start = 0,
): Promise<number> {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) return Promise.reject(new RangeError("chunkSize"));
  if (start >= numbers.length) return Promise.resolve(0);
  const sum = addUp(numbers.slice(start, start + chunkSize));
  return new Promise<void>((resolve) => setTimeout(resolve, 0))
    .then(() => sumAll(numbers, addUp, chunkSize, start + chunkSize))
    .then((rest) => sum + rest);
}
