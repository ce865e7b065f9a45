type User = { id: number; name: string };
type Post = { id: number; title: string };
type Api = {
  fetchUser(id: number, signal: AbortSignal): Promise<User>;
  fetchPosts(userId: number, signal: AbortSignal): Promise<Post[]>;
};

// Waits for the signal to be done with before it answers; but a signal that never aborts is never done with.
export async function loadProfile(
  api: Api,
  id: number,
  { signal, log }: { signal: AbortSignal; log: (line: string) => void },
): Promise<{ user: User; posts: Post[] }> {
  const aborted = new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  const user = await api.fetchUser(id, signal);
  const posts = await api.fetchPosts(user.id, signal);
  await aborted;
  log("Task was cancelled!");
  return { user, posts };
}
