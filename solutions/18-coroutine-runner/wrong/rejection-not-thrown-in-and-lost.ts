// fails: throw (rejection-not-thrown-in); also: return

export function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  return new Promise((resolve, reject) => {
    const generator = body();
    const resume = (value?: unknown) => {
      try {
        const step = generator.next(value);
        if (step.done) resolve(step.value);
        else void Promise.resolve(step.value).then(resume);
      } catch (error) {
        reject(error);
      }
    };
    resume();
  });
}
