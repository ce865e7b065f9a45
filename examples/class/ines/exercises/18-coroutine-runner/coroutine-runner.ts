export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const coroutine = body();
  let resume: () => IteratorResult<unknown, R> = () => coroutine.next();
  for (;;) {
    const { done, value } = resume();
    if (done) return value as R;
    try {
      const result = await value;
      resume = () => coroutine.next(result);
    } catch (error) {
      resume = () => coroutine.throw(error);
    }
  }
}
