// fails: failure (throw-in-callback); also: apart

export function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  return new Promise<number>((resolve) => {
    if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
    let sum = 0;
    const step = (start: number) => {
      if (start >= numbers.length) return resolve(sum);
      sum += addUp(numbers.slice(start, start + chunkSize));
      setTimeout(step, 0, start + chunkSize);
    };
    step(0);
  });
}
