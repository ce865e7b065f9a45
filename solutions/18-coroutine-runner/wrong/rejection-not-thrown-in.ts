// fails: throw (rejection-not-thrown-in); also: return

export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const generator = body();
  let step = generator.next();
  while (!step.done) step = generator.next(await step.value);
  return step.value;
}
