// An async generator hands out the results in order; a race with the first failure keeps it quick.

export interface GatherOptions {
  returnExceptions?: boolean;
}

async function* inOrder(promises: Promise<unknown>[], failure: Promise<never>): AsyncGenerator<unknown> {
  for (const promise of promises) yield await Promise.race([promise, failure]);
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const promises: Promise<unknown>[] = [];
  const { promise: failure, reject } = Promise.withResolvers<never>();
  failure.catch(() => {});
  for (const task of tasks) {
    const started = new Promise<T>((resolve) => resolve(task()));
    promises.push(options.returnExceptions ? started.then(undefined, (error) => error) : started);
    started.catch((error) => {
      if (!options.returnExceptions) reject(error);
    });
  }
  return Array.fromAsync(inOrder(promises, failure));
}
