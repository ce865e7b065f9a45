// fails: abort (waits-for-operation)
// Looks before the call and listens after it: an abort while the call is being made is missed.
export async function loadProfile(api: any, id: number, { signal, log }: any): Promise<unknown> {
  const step = (start: () => Promise<any>) =>
    new Promise<any>((resolve, reject) => {
      signal.throwIfAborted();
      const call = start();
      const onAbort = () => reject(signal.reason);
      signal.addEventListener("abort", onAbort, { once: true });
      const settled = (settle: (value: any) => void) => (value: any) => {
        signal.removeEventListener("abort", onAbort);
        settle(value);
      };
      call.then(settled(resolve), settled(reject));
    });
  try {
    const user = await step(() => api.fetchUser(id, signal));
    const posts = await step(() => api.fetchPosts(user.id, signal));
    return { user, posts };
  } catch (error) {
    if (!signal.aborted) throw error;
    log("Task was cancelled!");
    throw signal.reason;
  }
}
