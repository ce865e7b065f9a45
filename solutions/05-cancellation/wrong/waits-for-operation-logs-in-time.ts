// fails: abort (waits-for-operation)

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
  const onAbort = () => log("Task was cancelled!");
  if (signal.aborted) onAbort();
  else signal.addEventListener("abort", onAbort, { once: true });
  try {
    signal.throwIfAborted();
    const user = await api.fetchUser(id, signal);
    signal.throwIfAborted();
    const posts = await api.fetchPosts(user.id, signal);
    signal.throwIfAborted();
    return { user, posts };
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
