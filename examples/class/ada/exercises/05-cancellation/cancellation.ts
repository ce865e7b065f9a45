export interface User {
  id: number;
  name: string;
}

export interface Post {
  id: number;
  title: string;
}

interface Api {
  fetchUser(id: number, signal: AbortSignal): Promise<User>;
  fetchPosts(userId: number, signal: AbortSignal): Promise<Post[]>;
}

export function loadProfile(
  api: Api,
  id: number,
  { signal, log }: { signal: AbortSignal; log: (line: string) => void },
): Promise<{ user: User; posts: Post[] }> {
  return new Promise((resolve, reject) => {
    const cancel = () => {
      log("Task was cancelled!");
      reject(signal.reason);
    };
    if (signal.aborted) {
      cancel();
      return;
    }
    signal.addEventListener("abort", cancel, { once: true });
    const leave = () => signal.removeEventListener("abort", cancel);

    const fail = (error: unknown) => {
      leave();
      reject(error);
    };
    api.fetchUser(id, signal).then((user) => {
      if (signal.aborted) return;
      api.fetchPosts(user.id, signal).then((posts) => {
        leave();
        resolve({ user, posts });
      }, fail);
    }, fail);
  });
}
