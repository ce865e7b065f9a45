// fails: abort (logged-twice); also: listener

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
    const cancel = () => {
      log("Task was cancelled!");
      reject(signal.reason);
    };
    if (signal.aborted) return cancel();
    signal.addEventListener("abort", cancel, { once: true });
    const work = async () => {
      const user = await api.fetchUser(id, signal);
      signal.throwIfAborted();
      return { user, posts: await api.fetchPosts(user.id, signal) };
    };
    work()
      // The call's own answer to the abort comes by here too.
      .then(resolve, (error) => (signal.aborted ? cancel() : reject(error)))
      .finally(() => signal.removeEventListener("abort", cancel));
  });
}
