// fails: story (forgotten-await); also: failure, floating

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
  const news: any = api.fetchNews();
  const user = await api.fetchUser();
  const posts: any = api.fetchPosts(user);
  const friends: any = api.fetchFriends(user);
  return { user, posts, friends, news };
}
