// fails: failure (starts-after-failure)
import { setImmediate as turn } from "node:timers/promises";

export function sumAll(numbers: number[], addUp: (chunk: number[]) => number, chunkSize: number) {
  return new Promise<number>((resolve, reject) => {
    if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError("chunkSize");
    let [start, sum] = [0, 0];
    const go = async () => {
      for (; start < numbers.length; start += chunkSize) {
        try {
          sum += addUp(numbers.slice(start, start + chunkSize));
        } catch (error) {
          reject(error);
        }
        await turn();
      }
      resolve(sum);
    };
    void go();
  });
}
