// fails: apart (shared-state)
const lines = new WeakMap<object, Promise<unknown>>();

/** Loads with one api come one after the other, unless they are aborted. */
export async function loadProfile(api: any, id: number, options: any): Promise<unknown> {
  const before = options.signal.aborted ? undefined : lines.get(api);
  const { promise, resolve } = Promise.withResolvers<void>();
  lines.set(api, promise);
  const woken = new AbortController();
  const wake = new Promise<void>((go) =>
    options.signal.addEventListener("abort", () => go(), { signal: woken.signal }),
  );
  try {
    if (before) await Promise.race([before, wake]);
    return await load(api, id, options);
  } finally {
    woken.abort();
    resolve();
  }
}

async function load(api: any, id: number, { signal, log }: any): Promise<unknown> {
  const { promise: cancelled, reject } = Promise.withResolvers<never>();
  cancelled.catch(() => {});
  const onAbort = () => reject(signal.reason);
  signal.addEventListener("abort", onAbort);
  try {
    signal.throwIfAborted();
    const user: any = await Promise.race([api.fetchUser(id, signal), cancelled]);
    signal.throwIfAborted();
    const posts = await Promise.race([api.fetchPosts(user.id, signal), cancelled]);
    return { user, posts };
  } catch (error) {
    if (!signal.aborted) throw error;
    log("Task was cancelled!");
    throw signal.reason;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
