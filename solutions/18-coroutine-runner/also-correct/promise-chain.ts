// A chain of promises; what is no promise goes around in a loop.

type Body = Generator<unknown, any, any>;

export function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  return Promise.resolve().then(() => {
    const generator: Body = body();
    return follow(generator, generator.next());
  });
}

function follow(generator: Body, first: IteratorResult<unknown, any>): Promise<any> {
  let step = first;
  while (!step.done && !(step.value instanceof Promise)) step = generator.next(step.value);
  if (step.done) return Promise.resolve(step.value);
  return (step.value as Promise<unknown>).then(
    (value) => follow(generator, generator.next(value)),
    (error) => follow(generator, generator.throw(error)),
  );
}
