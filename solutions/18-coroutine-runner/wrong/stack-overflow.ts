// fails: plain (stack-overflow)

export function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  return new Promise((resolve, reject) => {
    const generator = body();
    function resume(how: "next" | "throw", value?: unknown): void {
      let step: IteratorResult<unknown, R>;
      try {
        step = generator[how](value);
      } catch (error) {
        reject(error);
        return;
      }
      if (step.done) resolve(step.value);
      else if (step.value instanceof Promise)
        step.value.then(
          (result) => resume("next", result),
          (error) => resume("throw", error),
        );
      else resume("next", step.value);
    }
    resume("next");
  });
}
