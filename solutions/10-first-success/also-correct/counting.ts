// One promise, and the failures counted by hand.

export function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  return new Promise((resolve, reject) => {
    const controllers = attempts.map(() => new AbortController());
    const errors: unknown[] = Array(attempts.length).fill(undefined);
    let left = attempts.length;
    let over = false;
    const fail = () => reject(new AggregateError(errors, "All attempts failed"));
    if (left === 0) fail();
    attempts.forEach((attempt, index) => {
      Promise.try(attempt, controllers[index]!.signal).then(
        (value) => {
          if (over) return;
          over = true;
          controllers.splice(index, 1);
          for (const controller of controllers) controller.abort();
          resolve(value);
        },
        (error) => {
          errors[index] = error;
          if (--left === 0) fail();
        },
      );
    });
  });
}
