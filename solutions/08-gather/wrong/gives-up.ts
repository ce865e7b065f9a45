// fails: time (gives-up)

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const running = Array.from(tasks, async (task) => task());
  const all = options.returnExceptions
    ? Promise.all(running.map((each) => each.catch((error: unknown) => error)))
    : Promise.all(running);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("Nobody waits that long")), 30_000);
  });
  return Promise.race([all, tooLong]).finally(() => clearTimeout(timer));
}
