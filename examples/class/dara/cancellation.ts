type User = { id: number; name: string };
type Post = { id: number; title: string };
type Api = {
  fetchUser(id: number, signal: AbortSignal): Promise<User>;
  fetchPosts(userId: number, signal: AbortSignal): Promise<Post[]>;
};

// The listener stays on the signal when all went well.
export async function loadProfile(
  api: Api,
  id: number,
  { signal, log }: { signal: AbortSignal; log: (line: string) => void },
): Promise<{ user: User; posts: Post[] }> {
  const cancelled = new Promise<never>((_, reject) => {
    const onAbort = () => {
      log("Task was cancelled!");
      reject(signal.reason);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort);
  });
  if (signal.aborted) return cancelled;
  const unlessCancelled = <T>(work: Promise<T>): Promise<T> =>
    Promise.race([
      cancelled,
      work.catch((error) => {
        throw signal.aborted ? signal.reason : error;
      }),
    ]);
  const user = await unlessCancelled(api.fetchUser(id, signal));
  const posts = await unlessCancelled(api.fetchPosts(user.id, signal));
  return { user, posts };
}
