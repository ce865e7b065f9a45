// fails: story (falsy-is-nothing); also: user
// A user's id may be 0.
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
    if (!user.id) throw new Error("no user");
    return { user, posts };
  } catch (error) {
    if (!signal.aborted) throw error;
    log("Task was cancelled!");
    throw signal.reason;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
