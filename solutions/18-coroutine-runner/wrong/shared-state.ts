// fails: apart (shared-state)

let generator: Generator<unknown, any, any>;

export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  generator = body();
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
