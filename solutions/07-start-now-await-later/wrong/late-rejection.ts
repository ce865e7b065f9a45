// fails: failure (late-rejection); also: floating

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
  const newsTask = api.fetchNews();
  newsTask.catch(() => {});
  const user = await api.fetchUser();
  const postsTask = api.fetchPosts(user);
  const friendsTask = api.fetchFriends(user);
  postsTask.catch(() => {});
  friendsTask.catch(() => {});
  return { user, posts: await postsTask, friends: await friendsTask, news: await newsTask };
}
