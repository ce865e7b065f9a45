// fails: story (gives-up)
export async function loadProfile(api: any, id: number, { signal, log }: any): Promise<any> {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  const onAbort = () => reject(signal.reason);
  signal.addEventListener("abort", onAbort);
  const timer = setTimeout(() => reject(new Error("it takes too long")), 30_000);
  try {
    signal.throwIfAborted();
    const user: any = await Promise.race([api.fetchUser(id, signal), promise]);
    signal.throwIfAborted();
    const posts = await Promise.race([api.fetchPosts(user.id, signal), promise]);
    return { user, posts };
  } catch (error) {
    if (!signal.aborted) throw error;
    log("Task was cancelled!");
    throw signal.reason;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
  }
}
