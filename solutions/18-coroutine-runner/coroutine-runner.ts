// Each turn of the loop resumes the generator once: with what the promise came to, or by throwing its failure in.

export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const generator = body();
  let result = generator.next();
  while (!result.done) {
    const yielded = result.value;
    let resume = (): typeof result => generator.next(yielded);
    if (yielded instanceof Promise) {
      try {
        const value: unknown = await yielded;
        resume = () => generator.next(value);
      } catch (error) {
        resume = () => generator.throw(error);
      }
    }
    result = resume();
  }
  return result.value;
}
