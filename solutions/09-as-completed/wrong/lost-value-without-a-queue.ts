// fails: alike (lost-value); also: late, failure

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  let left = 0;
  let next = Promise.withResolvers<IteratorResult<T>>();
  for (const promise of promises) {
    left++;
    promise.then(
      (value) => next.resolve({ done: false, value }),
      (reason) => next.reject(reason),
    );
  }
  next.promise.catch(() => {});
  return {
    async next(): Promise<IteratorResult<T>> {
      if (left-- <= 0) return { done: true, value: undefined };
      try {
        return await next.promise;
      } finally {
        next = Promise.withResolvers();
        next.promise.catch(() => {});
      }
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
