// fails: cold (eager-start); also: story, unawaited

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    const steps = (async function* () {
      yield await body(...args);
    })();
    return steps.next().then(({ value }) => value as Result);
  };
}
