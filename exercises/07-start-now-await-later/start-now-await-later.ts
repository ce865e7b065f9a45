// Exercise 07: four requests, some of which need the result of another.

export interface User {
  id: number;
  name: string;
}

export interface Post {
  id: number;
  title: string;
}

export interface Api {
  fetchUser(): Promise<User>;
  fetchPosts(user: User): Promise<Post[]>;
  fetchFriends(user: User): Promise<User[]>;
  fetchNews(): Promise<string[]>;
}

export interface Dashboard {
  user: User;
  posts: Post[];
  friends: User[];
  news: string[];
}

/** Resolves to all four results, each fetched as early as possible; rejects with the first failure. */
export async function loadDashboard(api: Api): Promise<Dashboard> {
  // TODO: start each request as soon as what it needs is there, and only then wait.
  throw new Error("Not implemented yet");
}
