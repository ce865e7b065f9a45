// fails: story (empty-is-nothing)
export async function loadProfile(api: any, id: number, { signal, log }: any): Promise<any> {
  const gone = Promise.withResolvers<never>();
  gone.promise.catch(() => {});
  const onAbort = () => gone.reject(signal.reason);
  signal.addEventListener("abort", onAbort);
  try {
    signal.throwIfAborted();
    const user = await Promise.race([gone.promise, api.fetchUser(id, signal)]);
    signal.throwIfAborted();
    const posts = await Promise.race([gone.promise, api.fetchPosts(user.id, signal)]);
    if (posts.length === 0) throw new Error("no posts");
    return { user, posts };
  } catch (error) {
    if (!signal.aborted) throw error;
    log("Task was cancelled!");
    throw signal.reason;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
