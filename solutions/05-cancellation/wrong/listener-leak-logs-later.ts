// fails: listener (listener-leak)

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
  // No listener on the outer signal, but the derived one still hears of an abort after the end.
  const signal = AbortSignal.any([outer]);
  const cancelled = Promise.withResolvers<never>();
  cancelled.promise.catch(() => {});
  const onAbort = () => {
    log("Task was cancelled!");
    cancelled.reject(signal.reason);
  };
  if (signal.aborted) onAbort();
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    signal.throwIfAborted();
    const user = await Promise.race([api.fetchUser(id, signal), cancelled.promise]);
    signal.throwIfAborted();
    return { user, posts: await Promise.race([api.fetchPosts(user.id, signal), cancelled.promise]) };
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  }
}
