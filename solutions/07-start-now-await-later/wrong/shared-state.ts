// fails: apart (shared-state)

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

let userTask: Promise<User> | undefined;

export async function loadDashboard(api: Api): Promise<Dashboard> {
  // Kept for the next time; but the next time may be another api.
  const task = (userTask ??= api.fetchUser());
  const [user, posts, friends, news] = await Promise.all([
    task,
    task.then((user) => api.fetchPosts(user)),
    task.then((user) => api.fetchFriends(user)),
    api.fetchNews(),
  ]);
  return { user, posts, friends, news };
}
