// fails: unawaited (eager-start); also: story, cold

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) =>
    new Promise((resolve, reject) => {
      setTimeout(async () => {
        try {
          resolve(await body(...args));
        } catch (error) {
          reject(error);
        }
      });
    });
}
