// fails: failure (falsy-is-nothing)

export function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  return new Promise((resolve, reject) => {
    const controllers = attempts.map(() => new AbortController());
    const errors: unknown[] = [];
    let left = attempts.length;
    let over = false;
    if (left === 0) reject(new AggregateError(errors));
    attempts.forEach(async (attempt, index) => {
      const value = await Promise.try(attempt, controllers[index]!.signal).catch((error: unknown) => {
        errors[index] = error;
        return undefined;
      });
      left -= 1;
      if (over) return;
      if (value) {
        over = true;
        resolve(value);
        for (const controller of controllers) if (controller !== controllers[index]) controller.abort();
      } else if (left === 0) reject(new AggregateError(errors));
    });
  });
}
