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
  const [user, posts, friends, news] = await Promise.all([
    userTask,
    userTask.then((user) => api.fetchPosts(user)),
    userTask.then((user) => api.fetchFriends(user)),
    api.fetchNews(),
  ]);
  return { user, posts, friends, news };
}
