// fails: story (list-for-iterator); also: order, failure, nothing-left, apart

export async function asCompleted<T>(promises: Iterable<Promise<T>>) {
  const values: T[] = [];
  await Promise.all(Array.from(promises, (promise) => promise.then((value) => values.push(value))));
  return values;
}
