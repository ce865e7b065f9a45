// fails: results (resumes-with-nothing); also: story, plain, throw, return

export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const all = await Promise.all([...body()]);
  return all.at(-1) as R;
}
