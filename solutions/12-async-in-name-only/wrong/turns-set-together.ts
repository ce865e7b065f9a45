// fails: yield (turns-set-together); also: failure

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
  const parts: Promise<number>[] = [];
  for (let start = 0; start < numbers.length; start += chunkSize) {
    const chunk = numbers.slice(start, start + chunkSize);
    parts.push(new Promise<void>((resolve) => setTimeout(resolve, 0)).then(() => addUp(chunk)));
  }
  const sums = await Promise.all(parts);
  return sums.reduce((sum, part) => sum + part, 0);
}
