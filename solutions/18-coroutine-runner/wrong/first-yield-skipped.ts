// fails: results (first-yield-skipped); also: story, plain, throw, return
// As one starts a generator in Python before the first `send`.

export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const generator = body();
  generator.next();
  let step = generator.next();
  while (!step.done) {
    let resume: () => IteratorResult<unknown, R>;
    try {
      const value = await step.value;
      resume = () => generator.next(value);
    } catch (error) {
      resume = () => generator.throw(error);
    }
    step = resume();
  }
  return step.value;
}
