// fails: failure (abort-by-error)

interface User {
  id: number;
  name: string;
}

interface Post {
  id: number;
  title: string;
}

interface Api {
  fetchUser(id: number, signal: AbortSignal): Promise<User>;
  fetchPosts(userId: number, signal: AbortSignal): Promise<Post[]>;
}

interface Options {
  signal: AbortSignal;
  log: (line: string) => void;
}

interface Profile {
  user: User;
  posts: Post[];
}

export async function loadProfile(api: Api, id: number, { signal, log }: Options): Promise<Profile> {
  const cancelled = Promise.withResolvers<never>();
  const onAbort = () => cancelled.reject(signal.reason);
  signal.addEventListener("abort", onAbort);
  const settled = <T>(call: Promise<T>) =>
    call.catch((error) => {
      throw signal.aborted ? signal.reason : error;
    });
  try {
    signal.throwIfAborted();
    const user = await Promise.race([settled(api.fetchUser(id, signal)), cancelled.promise]);
    signal.throwIfAborted();
    const posts = await Promise.race([settled(api.fetchPosts(user.id, signal)), cancelled.promise]);
    return { user, posts };
  } catch (error) {
    // Without an abort the reason is undefined, and so may a failure be.
    if (error === signal.reason) log("Task was cancelled!");
    throw error;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
