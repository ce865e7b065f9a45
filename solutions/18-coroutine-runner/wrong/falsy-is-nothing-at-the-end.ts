// fails: plain (falsy-is-nothing); also: story, return
// What yields something falsy is taken for done.

export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const generator = body();
  let step = generator.next();
  while (step.value) {
    let resume: () => IteratorResult<unknown, R>;
    try {
      const value = await step.value;
      resume = () => generator.next(value);
    } catch (error) {
      resume = () => generator.throw(error);
    }
    step = resume();
  }
  return step.value as R;
}
