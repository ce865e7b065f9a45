export function sumAll(
  numbers: number[],
  addUp: (chunk: number[]) => number,
  chunkSize: number,
): Promise<number> {
  const from = (start: number, sum: number): Promise<number> => {
    if (start >= numbers.length) return Promise.resolve(sum);
    const next = sum + addUp(numbers.slice(start, start + chunkSize));
    return new Promise((resolve) => setTimeout(resolve)).then(() => from(start + chunkSize, next));
  };
  if (!(Number.isSafeInteger(chunkSize) && chunkSize > 0)) return Promise.reject(new RangeError("chunkSize"));
  return new Promise((resolve) => resolve(from(0, 0)));
}
