// fails: story (forgotten-await); also: order, failure, nothing-left, apart

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const left = [...promises];
  return {
    async next(): Promise<IteratorResult<T>> {
      if (left.length === 0) return { done: true, value: undefined };
      return { done: false, value: left.shift() as any };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
