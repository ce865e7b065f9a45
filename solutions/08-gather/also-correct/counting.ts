// By hand: a slot for each task, and a count of those that are still out.

export interface GatherOptions {
  returnExceptions?: boolean;
}

export function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  return new Promise((resolve, reject) => {
    const results: unknown[] = [];
    let started = 0;
    let ended = 0;
    let allStarted = false;
    const finishIfDone = () => {
      if (allStarted && ended === started) resolve(results);
    };
    const run = (task: () => Promise<T>, index: number) => {
      const store = (value: unknown) => {
        results[index] = value;
        ended++;
        finishIfDone();
      };
      const onFailure = options.returnExceptions ? store : reject;
      try {
        task().then(store, onFailure);
      } catch (error) {
        onFailure(error);
      }
    };
    for (const task of tasks) run(task, started++);
    allStarted = true;
    finishIfDone();
  });
}
