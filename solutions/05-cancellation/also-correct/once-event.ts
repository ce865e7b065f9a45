// `once` turns the abort into a promise; a second signal calls it off when the work was quicker.

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

import { once } from "node:events";

export async function loadProfile(api: Api, id: number, { signal, log }: Options): Promise<Profile> {
  const cancel = (): never => {
    log("Task was cancelled!");
    throw signal.reason;
  };
  if (signal.aborted) cancel();
  await using stack = new AsyncDisposableStack();
  const done = new AbortController();
  const abort = once(signal, "abort", { signal: done.signal }).then(
    () => true,
    () => false,
  );
  stack.defer(() => done.abort());

  // `true`: aborted; otherwise what the call came to.
  const outcome = async <T>(call: Promise<T>): Promise<T> => {
    const settled = call.then(
      (value) => () => value,
      (error: unknown) => () => {
        throw error;
      },
    );
    const first = await Promise.race([abort, settled]);
    if (signal.aborted || typeof first === "boolean") return cancel();
    return first();
  };
  const user = await outcome(api.fetchUser(id, signal));
  const posts = await outcome(api.fetchPosts(user.id, signal));
  return { user, posts };
}
