// Promise chains only, and the services taken out of their object.

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

export const loadDashboard = ({ fetchUser, fetchPosts, fetchFriends, fetchNews }: Api): Promise<Dashboard> =>
  Promise.all([
    fetchNews(),
    fetchUser().then((user) =>
      Promise.all([fetchPosts(user), fetchFriends(user)]).then(([posts, friends]) => ({
        user,
        posts,
        friends,
      })),
    ),
  ]).then(([news, rest]) => ({ ...rest, news }));
