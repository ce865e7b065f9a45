// fails: results (resumes-with-nothing); also: plain

export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const generator = body();
  let step = generator.next();
  while (!step.done) {
    let resume: () => IteratorResult<unknown, R>;
    try {
      await step.value;
      resume = () => generator.next();
    } catch (error) {
      resume = () => generator.throw(error);
    }
    step = resume();
  }
  return step.value;
}
