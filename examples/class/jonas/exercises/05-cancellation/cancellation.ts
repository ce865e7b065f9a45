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

export async function loadProfile(
  api: Api,
  id: number,
  { signal, log }: { signal: AbortSignal; log: (line: string) => void },
): Promise<{ user: User; posts: Post[] }> {
  const cancelled = Promise.withResolvers<never>();
  const onAbort = () => cancelled.reject(signal.reason);
  signal.addEventListener("abort", onAbort);
  try {
    signal.throwIfAborted();
    const user = await Promise.race([api.fetchUser(id, signal), cancelled.promise]);
    signal.throwIfAborted();
    const posts = await Promise.race([api.fetchPosts(user.id, signal), cancelled.promise]);
    return { user, posts };
  } catch (error) {
    // Services answer an abort with all sorts of errors: only the signal knows whether this was one.
    if (!signal.aborted) throw error;
    log("Task was cancelled!");
    throw signal.reason;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
