// fails: abort (generic-error)

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

import { setTimeout as delay } from "node:timers/promises";

export async function loadProfile(api: Api, id: number, { signal, log }: Options): Promise<Profile> {
  // Node's own timer rejects with an AbortError that has the reason as its cause.
  const done = new AbortController();
  const either = AbortSignal.any([signal, done.signal]);
  const never = delay(2 ** 31 - 1, undefined as never, { signal: either });
  never.catch(() => {});
  try {
    signal.throwIfAborted();
    const user = await Promise.race([never, api.fetchUser(id, signal)]);
    signal.throwIfAborted();
    const posts = await Promise.race([never, api.fetchPosts(user.id, signal)]);
    return { user, posts };
  } catch (error) {
    if (signal.aborted) log("Task was cancelled!");
    throw error;
  } finally {
    done.abort();
  }
}
