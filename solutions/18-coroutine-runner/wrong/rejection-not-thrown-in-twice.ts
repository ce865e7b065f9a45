// fails: throw (rejection-not-thrown-in)
// What it yields in answer to a throw may be rejected as well.

export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const generator = body();
  let step = generator.next();
  while (!step.done) {
    let value: unknown;
    try {
      value = await step.value;
    } catch (error) {
      step = generator.throw(error);
      if (step.done) break;
      value = await step.value;
    }
    step = generator.next(value);
  }
  return step.value;
}
