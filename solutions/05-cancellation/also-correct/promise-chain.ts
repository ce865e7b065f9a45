// Promise chains only: the work and the abort both lead to one promise, and the signal tells what a failure was.

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
  if (signal.aborted) {
    log("Task was cancelled!");
    return Promise.reject(signal.reason);
  }
  return new Promise<Profile>((resolve, reject) => {
    const onAbort = () => {
      log("Task was cancelled!");
      reject(signal.reason);
    };
    signal.addEventListener("abort", onAbort, { once: true });
    const settle =
      <V>(how: (value: V) => void) =>
      (value: V) => {
        signal.removeEventListener("abort", onAbort);
        how(value);
      };
    api
      .fetchUser(id, signal)
      .then((user) => {
        signal.throwIfAborted();
        return api.fetchPosts(user.id, signal).then((posts) => ({ user, posts }));
      })
      .then(settle(resolve), settle(reject));
  });
}
