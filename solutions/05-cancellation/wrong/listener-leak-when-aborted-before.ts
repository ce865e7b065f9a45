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

export async function loadProfile(
  api: Api,
  id: number,
  { signal, log }: Options,
): Promise<{ user: User; posts: Post[] }> {
  const cancelled = Promise.withResolvers<never>();
  cancelled.promise.catch(() => {});
  const onAbort = () => cancelled.reject(signal.reason);
  signal.addEventListener("abort", onAbort);
  if (signal.aborted) {
    log("Task was cancelled!");
    throw signal.reason;
  }
  try {
    signal.throwIfAborted();
    const user = await Promise.race([cancelled.promise, api.fetchUser(id, signal)]);
    signal.throwIfAborted();
    const posts = await Promise.race([cancelled.promise, api.fetchPosts(user.id, signal)]);
    return { user, posts };
  } catch (error) {
    if (!signal.aborted) throw error;
    log("Task was cancelled!");
    throw signal.reason;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
