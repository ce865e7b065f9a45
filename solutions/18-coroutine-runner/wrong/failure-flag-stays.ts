// fails: throw (failure-flag-stays)

export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const generator = body();
  let [input, failed]: [unknown, boolean] = [undefined, false];
  for (;;) {
    const step = failed ? generator.throw(input) : generator.next(input);
    if (step.done) return step.value;
    try {
      input = await step.value;
    } catch (error) {
      input = error;
      failed = true;
    }
  }
}
