// fails: failure (lost-rejection); also: throw, apart
// What the generator throws once it has been resumed reaches nobody.

export function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  return new Promise((resolve) => {
    const generator = body();
    const handle = (step: IteratorResult<unknown, R>): void => {
      if (step.done) resolve(step.value);
      else
        Promise.resolve(step.value).then(
          (value) => handle(generator.next(value)),
          (error) => handle(generator.throw(error)),
        );
    };
    handle(generator.next());
  });
}
