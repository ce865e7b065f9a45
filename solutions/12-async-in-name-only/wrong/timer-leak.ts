// fails: time (timer-leak); also: yield, empty, failure

export function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  return new Promise<number>((resolve, reject) => {
    if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
    let [start, sum] = [0, 0];
    setInterval(() => {
      if (start >= numbers.length) return resolve(sum);
      try {
        sum += addUp(numbers.slice(start, (start += chunkSize)));
      } catch (error) {
        reject(error);
      }
    }, 1);
  });
}
