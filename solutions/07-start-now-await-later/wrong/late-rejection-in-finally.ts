// fails: failure (late-rejection)

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
  const tasks = [
    userTask,
    userTask.then((user) => api.fetchPosts(user)),
    userTask.then((user) => api.fetchFriends(user)),
    api.fetchNews(),
  ] as const;
  try {
    const [user, posts, friends, news] = await Promise.all(tasks);
    return { user, posts, friends, news };
  } finally {
    await Promise.allSettled(tasks);
  }
}
