// fails: abort (floating-rejection); also: listener

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

export function loadProfile(api: Api, id: number, { signal, log }: Options): Promise<Profile> {
  const { promise, resolve, reject } = Promise.withResolvers<Profile>();
  const onAbort = () => {
    log("Task was cancelled!");
    reject(signal.reason);
  };
  const work = async () => {
    try {
      const user = await api.fetchUser(id, signal);
      if (signal.aborted) return;
      resolve({ user, posts: await api.fetchPosts(user.id, signal) });
    } catch (error) {
      // Nobody waits for `work`, so this has nowhere to go.
      if (signal.aborted) throw error;
      reject(error);
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
  };
  if (signal.aborted) onAbort();
  else {
    signal.addEventListener("abort", onAbort);
    void work();
  }
  return promise;
}
