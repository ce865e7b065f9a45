// fails: story (late-start); also: early

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
  const [user, news] = await Promise.all([api.fetchUser(), api.fetchNews()]);
  const [posts, friends] = await Promise.all([api.fetchPosts(user), api.fetchFriends(user)]);
  return { user, posts, friends, news };
}
