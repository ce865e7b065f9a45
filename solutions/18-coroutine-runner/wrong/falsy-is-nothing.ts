// fails: results (falsy-is-nothing); also: plain

export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const generator = body();
  let step = generator.next();
  while (!step.done) {
    let resume: () => IteratorResult<unknown, R>;
    try {
      const value = await step.value;
      resume = () => generator.next(value || undefined);
    } catch (error) {
      resume = () => generator.throw(error);
    }
    step = resume();
  }
  return step.value;
}
