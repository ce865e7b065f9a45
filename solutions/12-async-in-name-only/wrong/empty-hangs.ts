// fails: empty (empty-hangs)

export function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  return new Promise<number>((resolve, reject) => {
    if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
    let sum = 0;
    const step = (start: number) => {
      if (start >= numbers.length) return;
      try {
        sum += addUp(numbers.slice(start, start + chunkSize));
      } catch (error) {
        return reject(error);
      }
      if (start + chunkSize >= numbers.length) resolve(sum);
      else setTimeout(step, 0, start + chunkSize);
    };
    step(0);
  });
}
