// fails: story (one-big-chunk); also: yield, time, cover, empty, range, failure, apart

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, _chunkSize: number) {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return addUp(numbers);
}
