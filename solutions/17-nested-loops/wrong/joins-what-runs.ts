// fails: nested (joins-what-runs)
// Another run gets the outcome of the one under way.

export function createRunner() {
  let current: Promise<unknown> | undefined;
  return {
    get running() {
      return current !== undefined;
    },
    run<T>(main: () => Promise<T>): Promise<T> {
      current ??= Promise.resolve()
        .then(main)
        .finally(() => {
          current = undefined;
        });
      return current as Promise<T>;
    },
  };
}
