// fails: throw (falsy-is-nothing)

export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const generator = body();
  let step = generator.next();
  while (!step.done) {
    let failure: unknown;
    let value: unknown;
    try {
      value = await step.value;
    } catch (error) {
      failure = error;
    }
    step = failure ? generator.throw(failure) : generator.next(value);
  }
  return step.value;
}
