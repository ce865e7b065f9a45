// fails: plain (plain-takes-time)

export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const generator = body();
  let step = generator.next();
  while (!step.done) {
    let resume: () => IteratorResult<unknown, R>;
    try {
      const value = await later(step.value);
      resume = () => generator.next(value);
    } catch (error) {
      resume = () => generator.throw(error);
    }
    step = resume();
  }
  return step.value;
}

function later(thing: unknown): unknown {
  if (thing instanceof Promise) return thing;
  return new Promise((resolve) => setTimeout(resolve, 0, thing));
}
