// fails: story (wrong-format); also: user

type Api = {
  fetchUser(id: number, signal: AbortSignal): Promise<{ id: number; name: string }>;
  fetchPosts(userId: number, signal: AbortSignal): Promise<{ id: number; title: string }[]>;
};
type Options = { signal: AbortSignal; log: (line: string) => void };

export async function loadProfile(api: Api, id: number, { signal, log }: Options) {
  let onAbort = () => {};
  const stopped = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort);
  });
  stopped.catch(() => {});
  try {
    signal.throwIfAborted();
    const user = await Promise.race([api.fetchUser(id, signal), stopped]);
    signal.throwIfAborted();
    const posts = await Promise.race([api.fetchPosts(user.id, signal), stopped]);
    return [user, posts];
  } catch (error) {
    if (!signal.aborted) throw error;
    log("Task was cancelled!");
    throw signal.reason;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
