// As async functions were explained before there were any: `spawn`, with a function that makes the next step.

export const runCoroutine = <R>(body: () => Generator<unknown, R, any>): Promise<R> =>
  new Promise<R>((resolve, reject) => {
    const gen = body();
    function step(nextF: () => IteratorResult<unknown, R>): void {
      let next: IteratorResult<unknown, R>;
      try {
        next = nextF();
      } catch (e) {
        reject(e);
        return;
      }
      if (next.done) {
        resolve(next.value);
        return;
      }
      Promise.resolve(next.value).then(
        (v) => step(() => gen.next(v)),
        (e) => step(() => gen.throw(e)),
      );
    }
    step(() => gen.next(undefined));
  });
