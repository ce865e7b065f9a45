// Exercise 05: a task of two steps that can be cancelled at any time.

export interface User {
  id: number;
  name: string;
}

export interface Post {
  id: number;
  title: string;
}

export interface Api {
  fetchUser(id: number, signal: AbortSignal): Promise<User>;
  fetchPosts(userId: number, signal: AbortSignal): Promise<Post[]>;
}

/** Loads a user and then that user's posts, unless `options.signal` aborts first. */
export function loadProfile(
  api: Api,
  id: number,
  options: { signal: AbortSignal; log: (line: string) => void },
): Promise<{ user: User; posts: Post[] }> {
  // TODO: load both, and let go at once when the signal aborts.
  throw new Error("Not implemented yet");
}
