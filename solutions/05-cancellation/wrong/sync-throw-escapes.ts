// fails: aborted (sync-throw-escapes)

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

export function loadProfile(api: Api, id: number, { signal, log }: Options): Promise<Profile> {
  if (signal.aborted) {
    log("Task was cancelled!");
    throw signal.reason;
  }
  const cancelled = Promise.withResolvers<never>();
  const onAbort = () => cancelled.reject(signal.reason);
  signal.addEventListener("abort", onAbort);
  const work = async () => {
    const user = await api.fetchUser(id, signal);
    signal.throwIfAborted();
    return { user, posts: await api.fetchPosts(user.id, signal) };
  };
  return Promise.race([work(), cancelled.promise])
    .catch((error) => {
      if (!signal.aborted) throw error;
      log("Task was cancelled!");
      throw signal.reason;
    })
    .finally(() => signal.removeEventListener("abort", onAbort));
}
