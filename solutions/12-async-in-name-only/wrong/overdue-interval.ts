// fails: yield (overdue-interval)

export function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  return new Promise<number>((resolve, reject) => {
    if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
    if (numbers.length === 0) return resolve(0);
    let [start, sum] = [0, 0];
    const timer = setInterval(() => {
      try {
        sum += addUp(numbers.slice(start, (start += chunkSize)));
        if (start < numbers.length) return;
        resolve(sum);
      } catch (error) {
        reject(error);
      }
      clearInterval(timer);
    }, 1);
  });
}
