// Promise.try starts each task; with returnExceptions the failure is just another result.

export interface GatherOptions {
  returnExceptions?: boolean;
}

export const gather = <T>(
  tasks: Iterable<() => Promise<T>>,
  options?: GatherOptions,
): Promise<Array<T | unknown>> =>
  Promise.all(
    [...tasks].map((task) => {
      const promise = Promise.try(task);
      return options?.returnExceptions ? promise.catch((error: unknown) => error) : promise;
    }),
  );
