// fails: floating (floating-rejection)

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

export function loadDashboard(api: Api): Promise<Dashboard> {
  return new Promise((resolve, reject) => {
    let failed = false;
    const fail = (error: unknown) => {
      // Whoever throws inside a catch makes another rejected promise, and nobody looks at that one.
      if (failed) throw error;
      failed = true;
      reject(error);
    };
    const result = {} as Dashboard;
    const take = (part: Partial<Dashboard>) => {
      Object.assign(result, part);
      if (Object.keys(result).length === 4) resolve(result);
    };
    api
      .fetchUser()
      .then((user) => {
        take({ user });
        api
          .fetchPosts(user)
          .then((posts) => take({ posts }))
          .catch(fail);
        api
          .fetchFriends(user)
          .then((friends) => take({ friends }))
          .catch(fail);
      })
      .catch(fail);
    api
      .fetchNews()
      .then((news) => take({ news }))
      .catch(fail);
  });
}
