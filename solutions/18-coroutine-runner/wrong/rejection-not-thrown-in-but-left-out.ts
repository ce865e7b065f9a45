// fails: throw (rejection-not-thrown-in)

export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const generator = body();
  let step = generator.next();
  while (!step.done) step = generator.next(await Promise.resolve(step.value).catch(() => undefined));
  return step.value;
}
