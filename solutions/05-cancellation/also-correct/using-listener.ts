// `addAbortListener` gives a disposable, so `using` takes the listener off whatever happens.

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

import { addAbortListener } from "node:events";

async function abortable<T>(signal: AbortSignal, start: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  using _listener = addAbortListener(signal, () => reject(signal.reason));
  start().then(resolve, (error) => reject(signal.aborted ? signal.reason : error));
  return await promise;
}

export async function loadProfile(api: Api, id: number, { signal, log }: Options): Promise<Profile> {
  try {
    const user = await abortable(signal, () => api.fetchUser(id, signal));
    const posts = await abortable(signal, () => api.fetchPosts(user.id, signal));
    return { user, posts };
  } catch (error) {
    if (signal.aborted) log("Task was cancelled!");
    throw signal.aborted ? signal.reason : error;
  }
}
