// fails: story (one-big-chunk)

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, _chunkSize: number) {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return addUp(numbers);
}
