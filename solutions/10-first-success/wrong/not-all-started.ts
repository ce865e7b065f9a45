// fails: start (not-all-started)

export function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  return new Promise((resolve, reject) => {
    const controllers = new Map<number, AbortController>();
    const errors: unknown[] = [];
    let failed = 0,
      won = false;
    if (attempts.length === 0) reject(new AggregateError([]));
    const list = [...attempts];
    const start = async (index: number) => {
      const controller = new AbortController();
      controllers.set(index, controller);
      try {
        const value = await list[index]!(controller.signal);
        if (won) return;
        won = true;
        controllers.delete(index);
        for (const each of controllers.values()) each.abort();
        resolve(value);
      } catch (error) {
        errors[index] = error;
        if (++failed === list.length) reject(new AggregateError(errors));
      }
    };
    (async () => {
      for (let i = 0; i < list.length; i++) {
        if (won) return;
        void start(i);
        await null;
      }
    })();
  });
}
