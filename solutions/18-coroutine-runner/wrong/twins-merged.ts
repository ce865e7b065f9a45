// fails: apart (twins-merged)

const running = new Map<() => unknown, Promise<any>>();

export function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  if (!running.has(body)) running.set(body, drive(body));
  return running.get(body)!;
}

async function drive<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const generator = body();
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
