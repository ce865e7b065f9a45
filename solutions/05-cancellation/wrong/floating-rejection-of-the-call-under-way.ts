// fails: abort (floating-rejection)

export interface User {
  id: number;
  name: string;
}

export interface Post {
  id: number;
  title: string;
}

export interface Api {
  fetchUser(id: number, signal: AbortSignal): Promise<User>;
  fetchPosts(userId: number, signal: AbortSignal): Promise<Post[]>;
}

export async function loadProfile(
  api: Api,
  id: number,
  options: { signal: AbortSignal; log: (line: string) => void },
): Promise<{ user: User; posts: Post[] }> {
  const { signal, log } = options;
  const leave = Promise.withResolvers<never>();
  leave.promise.catch(() => {});
  const onAbort = () => leave.reject(signal.reason);
  signal.addEventListener("abort", onAbort);

  try {
    signal.throwIfAborted();
    const userCall = api.fetchUser(id, signal);
    signal.throwIfAborted();
    const user = await Promise.race([leave.promise, userCall]);

    signal.throwIfAborted();
    const postsCall = api.fetchPosts(user.id, signal);
    signal.throwIfAborted();
    const posts = await Promise.race([leave.promise, postsCall]);

    return { user, posts };
  } catch (error) {
    if (!signal.aborted) throw error;
    log("Task was cancelled!");
    throw signal.reason;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
