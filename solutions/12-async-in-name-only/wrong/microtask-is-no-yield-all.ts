// fails: yield (microtask-is-no-yield)

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
  const starts = Array.from(
    { length: Math.ceil(numbers.length / chunkSize) },
    (_, index) => index * chunkSize,
  );
  const add = async (sum: Promise<number>, start: number) =>
    (await sum) + addUp(numbers.slice(start, start + chunkSize));
  return starts.reduce(add, Promise.resolve(0));
}
