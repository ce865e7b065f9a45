// fails: aborted (ignores-already-aborted)

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

export async function loadProfile(api: Api, id: number, { signal, log }: Options): Promise<Profile> {
  const cancelled = Promise.withResolvers<never>();
  const onAbort = () => cancelled.reject(signal.reason);
  signal.addEventListener("abort", onAbort);
  // Rejects in time, but by then the first call has been made.
  if (signal.aborted) onAbort();
  try {
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
