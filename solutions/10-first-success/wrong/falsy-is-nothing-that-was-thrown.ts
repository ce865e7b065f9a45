// fails: throw (falsy-is-nothing)

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());

  const winner = await Promise.any(
    attempts.map((attempt, index) => {
      let thrown: unknown;
      let promise: Promise<T> | undefined;
      try {
        promise = attempt(controllers[index]!.signal);
      } catch (error) {
        thrown = error;
      }
      return thrown ? Promise.reject(thrown) : Promise.resolve(promise!).then((value) => ({ index, value }));
    }),
  );
  for (const [index, controller] of controllers.entries()) {
    if (index !== winner.index) controller.abort();
  }
  return winner.value;
}
