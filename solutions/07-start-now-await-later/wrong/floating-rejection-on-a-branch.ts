// fails: failure (floating-rejection); also: floating

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

export async function loadDashboard(api: Api): Promise<Dashboard> {
  const userTask = api.fetchUser();
  const newsTask = api.fetchNews();
  // If the user fails these two fail with it, and nobody has looked at them yet.
  const postsTask = userTask.then((user) => api.fetchPosts(user));
  const friendsTask = userTask.then((user) => api.fetchFriends(user));
  const [user, news] = await Promise.all([userTask, newsTask]);
  const [posts, friends] = await Promise.all([postsTask, friendsTask]);
  return { user, posts, friends, news };
}
