// fails: failure (sync-throw-escapes)

export function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  return drive(body());
}

async function drive<R>(generator: Generator<unknown, R, any>): Promise<R> {
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
