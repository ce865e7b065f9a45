// The steps are a generator; the runner resumes it, and on an abort throws the reason into it, as Python's loop does.

interface User {
  id: number;
  name: string;
}

interface Post {
  id: number;
  title: string;
}

interface Api {
  fetchUser(id: number, signal: AbortSignal): Promise<User>;
  fetchPosts(userId: number, signal: AbortSignal): Promise<Post[]>;
}

interface Options {
  signal: AbortSignal;
  log: (line: string) => void;
}

interface Profile {
  user: User;
  posts: Post[];
}

function* steps(api: Api, id: number, signal: AbortSignal): Generator<Promise<unknown>, Profile, any> {
  const user: User = yield api.fetchUser(id, signal);
  const posts: Post[] = yield api.fetchPosts(user.id, signal);
  return { user, posts };
}

async function drive<R>(body: Generator<Promise<unknown>, R, unknown>, signal: AbortSignal): Promise<R> {
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const onAbort = () => aborted.reject(signal.reason);
  signal.addEventListener("abort", onAbort);
  try {
    let step = body.next();
    while (!step.done) {
      let resume: () => IteratorResult<Promise<unknown>, R>;
      try {
        const value = await Promise.race([step.value, aborted.promise]);
        resume = () => body.next(value);
      } catch (error) {
        resume = () => body.throw(error);
      }
      if (signal.aborted) resume = () => body.throw(signal.reason);
      step = resume();
    }
    return step.value;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

export async function loadProfile(api: Api, id: number, { signal, log }: Options): Promise<Profile> {
  try {
    return await drive(steps(api, id, signal), signal);
  } catch (error) {
    if (signal.aborted) log("Task was cancelled!");
    throw error;
  }
}
