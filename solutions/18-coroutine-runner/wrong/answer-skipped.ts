// fails: throw (answer-skipped)
// What it yields in answer to the throw is thrown away, and it is resumed at once.

export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const generator = body();
  let step = generator.next();
  while (!step.done) {
    let value: unknown;
    try {
      value = await step.value;
    } catch (error) {
      const answer = generator.throw(error);
      if (answer.done) return answer.value;
    }
    step = generator.next(value);
  }
  return step.value;
}
