// fails: abort (abort-by-error)

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

async function orAbort<T>(call: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  // The call has listened before: its answer to the abort comes first.
  signal.addEventListener("abort", onAbort);
  try {
    return await Promise.race([call, promise]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

export async function loadProfile(api: Api, id: number, { signal, log }: Options): Promise<Profile> {
  try {
    signal.throwIfAborted();
    const user = await orAbort(api.fetchUser(id, signal), signal);
    signal.throwIfAborted();
    const posts = await orAbort(api.fetchPosts(user.id, signal), signal);
    return { user, posts };
  } catch (error) {
    if (signal.aborted && error === signal.reason) log("Task was cancelled!");
    throw error;
  }
}
