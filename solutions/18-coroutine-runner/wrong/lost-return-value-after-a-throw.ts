// fails: return (lost-return-value)
// That the generator may end in answer to a throw is forgotten: it is resumed once more.

export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const generator = body();
  let step = generator.next();
  while (!step.done) {
    const resume = await Promise.resolve(step.value).then(
      (value) => () => generator.next(value),
      (error) => () => thrownIn(error),
    );
    step = resume();
  }
  return step.value;

  function thrownIn(error: unknown): IteratorResult<unknown, R> {
    const answer = generator.throw(error);
    return answer.done ? generator.next() : answer;
  }
}
