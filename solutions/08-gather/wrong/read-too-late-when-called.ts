// fails: time (read-too-late); also: order, failure, exceptions, throw, iterable, apart

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const starts: (() => Promise<unknown>)[] = [];
  // biome-ignore lint/suspicious/noVar: it is the same for all rounds
  for (var task of tasks) starts.push(async () => task());
  const running = starts.map((start) => start());
  if (!options.returnExceptions) return Promise.all(running);
  return Promise.all(running.map((each) => each.catch((error: unknown) => error)));
}
