// In the style of `co`, without what that makes of lists and functions: whatever has a `then` is a promise.

const isPromise = (thing: any): thing is PromiseLike<unknown> => typeof thing?.then === "function";

export function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  return new Promise((resolve, reject) => {
    const gen = body();
    let looping = false;
    const queue: (() => IteratorResult<unknown, R>)[] = [];
    const push = (entry: () => IteratorResult<unknown, R>) => {
      queue.push(entry);
      if (looping) return;
      looping = true;
      try {
        for (let next = queue.shift(); next; next = queue.shift()) handle(next());
      } catch (error) {
        reject(error);
      } finally {
        looping = false;
      }
    };
    const handle = ({ done, value }: IteratorResult<unknown, any>) => {
      if (done) resolve(value);
      else if (isPromise(value))
        value.then(
          (result) => push(() => gen.next(result)),
          (error) => push(() => gen.throw(error)),
        );
      else push(() => gen.next(value));
    };
    push(() => gen.next());
  });
}
