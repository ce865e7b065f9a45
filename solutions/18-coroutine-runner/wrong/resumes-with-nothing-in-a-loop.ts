// fails: results (resumes-with-nothing); also: story, plain, throw, return
// A loop over a generator has nothing to say to it.

export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  let last: any;
  for await (const value of body()) last = value;
  return last;
}
