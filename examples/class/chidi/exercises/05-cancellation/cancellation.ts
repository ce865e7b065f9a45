type User = { id: number; name: string };
type Post = { id: number; title: string };
type Api = {
  fetchUser(id: number, signal: AbortSignal): Promise<User>;
  fetchPosts(userId: number, signal: AbortSignal): Promise<Post[]>;
};

export async function loadProfile(
  api: Api,
  id: number,
  options: { signal: AbortSignal; log: (line: string) => void },
): Promise<{ user: User; posts: Post[] }> {
  const { signal, log } = options;
  try {
    signal.throwIfAborted();
    const user = await api.fetchUser(id, signal);
    signal.throwIfAborted();
    const posts = await api.fetchPosts(user.id, signal);
    signal.throwIfAborted();
    return { user, posts };
  } catch (error) {
    if (!signal.aborted) throw error;
    log("Task was cancelled!");
    throw signal.reason;
  }
}
