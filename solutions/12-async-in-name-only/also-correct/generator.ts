// A generator that pauses after each chunk, and a driver that takes it up again in another turn of the loop.

function* adding(
  numbers: number[],
  addUp: (chunk: number[]) => number,
  size: number,
): Generator<void, number> {
  let sum = 0;
  const rest = numbers.values();
  for (let chunk = [...rest.take(size)]; chunk.length > 0; chunk = [...rest.take(size)]) {
    sum += addUp(chunk);
    yield;
  }
  return sum;
}

export function sumAll(
  numbers: number[],
  addUp: (chunk: number[]) => number,
  chunkSize: number,
): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  if (!Number.isInteger(chunkSize) || chunkSize <= 0) {
    reject(new RangeError(`Not a chunk size: ${chunkSize}`));
    return promise;
  }
  const work = adding([...numbers], addUp, chunkSize);
  const step = () => {
    try {
      const { done, value } = work.next();
      if (done) resolve(value);
      else setImmediate(step);
    } catch (error) {
      reject(error);
    }
  };
  step();
  return promise;
}
