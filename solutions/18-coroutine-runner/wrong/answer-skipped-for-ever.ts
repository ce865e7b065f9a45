// fails: throw (answer-skipped)

export function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  return new Promise((resolve, reject) => {
    const generator = body();
    const onError = (error: unknown) => {
      try {
        const answer = generator.throw(error);
        if (answer.done) resolve(answer.value);
      } catch (other) {
        reject(other);
      }
    };
    const resume = (value?: unknown) => {
      try {
        const step = generator.next(value);
        if (step.done) resolve(step.value);
        else Promise.resolve(step.value).then(resume, onError);
      } catch (error) {
        reject(error);
      }
    };
    resume();
  });
}
