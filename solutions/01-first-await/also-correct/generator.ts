// A generator that yields what it waits for, and a small driver that resumes it.

function drive<Step, Result>(steps: Generator<Promise<Step>, Result, Step>): Promise<Result> {
  const go = ({ done, value }: IteratorResult<Promise<Step>, Result>): Promise<Result> =>
    done
      ? Promise.resolve(value)
      : value.then(
          (step) => go(steps.next(step)),
          (reason) => go(steps.throw(reason)),
        );
  return new Promise((resolve) => resolve(go(steps.next())));
}

export function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  return drive(
    (function* (): Generator<Promise<string[]>, string, string[]> {
      const burgers = yield getBurgers(count);
      return `Got: ${burgers.join(", ")}`;
    })(),
  );
}
