// fails: story (timer-not-awaited); also: yield, time, cover, failure, apart

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
  let sum = 0;
  for (let start = 0; start < numbers.length; start += chunkSize) {
    setTimeout(() => {
      sum += addUp(numbers.slice(start, start + chunkSize));
    }, 0);
  }
  return sum;
}
