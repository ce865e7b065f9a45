// fails: abort (starts-after-abort)

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
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      log("Task was cancelled!");
      reject(signal.reason);
    };
    if (signal.aborted) return onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    const work = async () => {
      const user = await api.fetchUser(id, signal);
      // The promise has settled, but this goes on all the same.
      return { user, posts: await api.fetchPosts(user.id, signal) };
    };
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", onAbort));
  });
}
