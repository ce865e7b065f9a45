// fails: yield (microtask-is-no-yield)

async function* sums(numbers: number[], addUp: (chunk: number[]) => number, size: number) {
  for (let start = 0; start < numbers.length; start += size) yield addUp(numbers.slice(start, start + size));
}

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
  let sum = 0;
  for await (const part of sums(numbers, addUp, chunkSize)) sum += part;
  return sum;
}
