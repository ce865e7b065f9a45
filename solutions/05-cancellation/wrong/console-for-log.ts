// fails: abort (console-for-log); also: aborted

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

export async function loadProfile(api: Api, id: number, { signal }: Options): Promise<Profile> {
  const cancelled = Promise.withResolvers<never>();
  const onAbort = () => cancelled.reject(signal.reason);
  signal.addEventListener("abort", onAbort);
  try {
    signal.throwIfAborted();
    const user = await Promise.race([api.fetchUser(id, signal), cancelled.promise]);
    signal.throwIfAborted();
    const posts = await Promise.race([api.fetchPosts(user.id, signal), cancelled.promise]);
    return { user, posts };
  } catch (error) {
    if (!signal.aborted) throw error;
    console.log("Task was cancelled!");
    throw signal.reason;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
