// fails: failure (timer-leak); also: yield

export function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  return new Promise<number>((resolve, reject) => {
    if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
    let [start, sum, failed] = [0, 0, false];
    const timer = setInterval(() => {
      if (failed) return;
      try {
        if (start < numbers.length) sum += addUp(numbers.slice(start, (start += chunkSize)));
        else {
          clearInterval(timer);
          resolve(sum);
        }
      } catch (error) {
        failed = true;
        reject(error);
      }
    }, 1);
  });
}
