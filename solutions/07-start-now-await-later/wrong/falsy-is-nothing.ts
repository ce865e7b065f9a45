// fails: failure (falsy-is-nothing)

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
  return new Promise((resolve, reject) => {
    let [failure, left]: [unknown, number] = [undefined, 4];
    const result = {} as any;
    const take = (name: keyof Dashboard, value: unknown, error: unknown) => {
      failure ??= error;
      if (failure) return reject(failure);
      result[name] = value;
      if (--left === 0) resolve(result);
    };
    const watch = (name: keyof Dashboard, promise: Promise<unknown>) =>
      promise.then(
        (value) => take(name, value, null),
        (error) => take(name, undefined, error),
      );
    const user = api.fetchUser();
    watch("user", user);
    watch("news", api.fetchNews());
    user.then(
      (user) => {
        watch("posts", api.fetchPosts(user));
        watch("friends", api.fetchFriends(user));
      },
      () => {},
    );
  });
}
