// fails: throw (rejection-not-thrown-in); also: return
// The generator is closed, which runs its `finally`, but no `catch`.

export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const generator = body();
  try {
    let step = generator.next();
    while (!step.done) step = generator.next(await step.value);
    return step.value;
  } finally {
    generator.return(undefined as R);
  }
}
