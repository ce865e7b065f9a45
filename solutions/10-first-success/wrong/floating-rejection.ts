// fails: floating (floating-rejection); also: failure

export function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  return new Promise((resolve, reject) => {
    const controllers = attempts.map(() => new AbortController());
    const errors: unknown[] = [];
    let left = attempts.length;
    let over = false;
    if (left === 0) reject(new AggregateError(errors));
    attempts.forEach(async (attempt, index) => {
      try {
        const value = await attempt(controllers[index]!.signal);
        if (over) return;
        over = true;
        resolve(value);
        for (const controller of controllers) if (controller !== controllers[index]) controller.abort();
      } catch (error) {
        // There is a winner: this one has nowhere to go.
        if (over) throw error;
        errors[index] = error;
        if (--left === 0) reject(new AggregateError(errors));
      }
    });
  });
}
