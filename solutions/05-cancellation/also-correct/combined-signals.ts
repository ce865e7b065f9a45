// A signal derived with `AbortSignal.any` goes to the calls, and whoever listens listens to that one.

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

export async function loadProfile(api: Api, id: number, { signal: outer, log }: Options): Promise<Profile> {
  const signal = AbortSignal.any([outer, new AbortController().signal]);
  const cancelled = new Promise<never>((_, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.onabort = stop;
  });
  const work = async () => {
    signal.throwIfAborted();
    const user = await api.fetchUser(id, signal);
    signal.throwIfAborted();
    return { user, posts: await api.fetchPosts(user.id, signal) };
  };
  try {
    return await Promise.race([cancelled, work()]);
  } catch (error) {
    if (!outer.aborted) throw error;
    log("Task was cancelled!");
    throw outer.reason;
  } finally {
    signal.onabort = null;
  }
}
