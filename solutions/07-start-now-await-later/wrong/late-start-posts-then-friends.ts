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
  const aboutUser = async () => {
    const user = await api.fetchUser();
    const posts = await api.fetchPosts(user);
    const friends = await api.fetchFriends(user);
    return { user, posts, friends };
  };
  const [rest, news] = await Promise.all([aboutUser(), api.fetchNews()]);
  return { ...rest, news };
}
