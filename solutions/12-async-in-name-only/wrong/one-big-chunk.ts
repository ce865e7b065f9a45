// fails: adds up 30 numbers in three chunks of 10 (one-big-chunk)

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, _chunkSize: number) {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return addUp(numbers);
}
