// fails: floating (floating-rejection); also: story, failure, abort, all-fail, throw

export function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());

  const running = attempts.map(async (attempt, index) => attempt(controllers[index]!.signal));
  let over = false;
  running.forEach((promise, index) => {
    promise.then(() => {
      if (over) return;
      over = true;
      for (const controller of controllers) if (controller !== controllers[index]) controller.abort();
    });
  });
  return Promise.any(running);
}
