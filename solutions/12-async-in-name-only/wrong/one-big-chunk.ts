// fails: story (one-big-chunk); also: yield, cover

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
  if (numbers.length === 0) return 0;
  await new Promise((resolve) => setTimeout(resolve, 0));
  return addUp(numbers);
}
