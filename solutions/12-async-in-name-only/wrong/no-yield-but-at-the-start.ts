// fails: yield (no-yield)

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
  await new Promise((resolve) => setTimeout(resolve, 0));
  let sum = 0;
  for (let start = 0; start < numbers.length; start += chunkSize) {
    sum += addUp(numbers.slice(start, start + chunkSize));
  }
  return sum;
}
