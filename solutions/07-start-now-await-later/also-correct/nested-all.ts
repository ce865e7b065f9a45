// One branch for all that needs the user, and one for the news.

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

async function loadUserPart(api: Api) {
  const user = await api.fetchUser();
  const [posts, friends] = await Promise.all([api.fetchPosts(user), api.fetchFriends(user)]);
  return { user, posts, friends };
}

export async function loadDashboard(api: Api): Promise<Dashboard> {
  const [userPart, news] = await Promise.all([loadUserPart(api), api.fetchNews()]);
  return { ...userPart, news };
}
