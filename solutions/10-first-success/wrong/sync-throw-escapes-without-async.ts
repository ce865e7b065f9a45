// fails: throw (sync-throw-escapes)

export function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  return Promise.any(
    attempts.map((attempt, index) => attempt(controllers[index]!.signal).then((value) => ({ index, value }))),
  ).then((winner) => {
    for (const [index, controller] of controllers.entries()) {
      if (index !== winner.index) controller.abort();
    }
    return winner.value;
  });
}
