// fails: failure (starts-after-failure); also: yield

export async function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
  const later = (start: number) =>
    new Promise<number>((resolve, reject) => {
      setTimeout(() => {
        try {
          resolve(addUp(numbers.slice(start, start + chunkSize)));
        } catch (error) {
          reject(error);
        }
      }, 0);
    });
  const parts: Promise<number>[] = [];
  for (let start = 0; start < numbers.length; start += chunkSize) parts.push(later(start));
  const sums = await Promise.all(parts);
  return sums.reduce((sum, part) => sum + part, 0);
}
