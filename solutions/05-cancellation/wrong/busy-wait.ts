// fails: abort (busy-wait)
export async function loadProfile(
  api: Api,
  id: number,
  options: { signal: AbortSignal; log: (line: string) => void },
): Promise<{ user: User; posts: Post[] }> {
  const { signal, log } = options;
  let watcher: ReturnType<typeof setInterval> | undefined;
  const cancelled = new Promise<never>((_, reject) => {
    watcher = setInterval(() => {
      if (signal.aborted) {
        reject(signal.reason);
      }
    }, 50);
  });
  cancelled.catch(() => {});

  try {
    signal.throwIfAborted();
    const user = await Promise.race([cancelled, api.fetchUser(id, signal)]);
    signal.throwIfAborted();
    const posts = await Promise.race([cancelled, api.fetchPosts(user.id, signal)]);
    signal.throwIfAborted();
    return { user, posts };
  } catch (error) {
    if (signal.aborted) {
      log("Task was cancelled!");
      throw signal.reason;
    }
    throw error;
  } finally {
    clearInterval(watcher);
  }
}
