// From two small helpers: a function that runs once, and an object that is awaited through a function.

function once<T>(make: () => T): () => T {
  let made: [T] | undefined;
  return () => (made ??= [make()])[0];
}

const thenable = <T>(promise: () => Promise<T>): PromiseLike<T> => ({
  // biome-ignore lint/suspicious/noThenProperty: being awaited is what a cold object is for.
  then: (...callbacks) => promise().then(...callbacks),
});

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => thenable(once(() => Promise.resolve().then(() => body(...args))));
}
