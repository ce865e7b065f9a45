// fails: yield (no-yield)

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
  let sum = 0;
  let since = performance.now();
  for (let start = 0; start < numbers.length; start += chunkSize) {
    sum += addUp(numbers.slice(start, start + chunkSize));
    if (performance.now() - since < 10) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
  return sum;
}
