// fails: yield (no-yield); also: time

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
  let sum = 0;
  for (let start = 0; start < numbers.length; start += chunkSize) {
    sum += addUp(numbers.slice(start, start + chunkSize));
    setTimeout(() => {}, 0);
  }
  return sum;
}
