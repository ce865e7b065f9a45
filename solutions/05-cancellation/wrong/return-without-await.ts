// fails: abort (return-without-await)
export async function loadProfile(
  api: Api,
  id: number,
  { signal, log }: { signal: AbortSignal; log: (line: string) => void },
): Promise<{ user: User; posts: Post[] }> {
  const cancelled = Promise.withResolvers<never>();
  cancelled.promise.catch(() => {});
  const onAbort = () => cancelled.reject(signal.reason);
  signal.addEventListener("abort", onAbort);

  try {
    signal.throwIfAborted();
    const user = await Promise.race([cancelled.promise, api.fetchUser(id, signal)]);

    signal.throwIfAborted();
    return Promise.race([cancelled.promise, api.fetchPosts(user.id, signal)]).then((posts) => ({
      user,
      posts,
    }));
  } catch (error) {
    if (!signal.aborted) throw error;
    log("Task was cancelled!");
    throw signal.reason;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
