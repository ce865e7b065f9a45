// fails: story (empty-is-nothing)
// An empty list stands for what has not come yet.
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
    let user: User | undefined;
    let posts: Post[] = [];
    let friends: User[] = [];
    let news: string[] = [];

    const check = () => {
      if (user && posts.length > 0 && friends.length > 0 && news.length > 0) {
        resolve({ user, posts, friends, news });
      }
    };

    api
      .fetchNews()
      .then((result) => {
        news = result;
        check();
      })
      .catch(reject);

    api
      .fetchUser()
      .then((result) => {
        user = result;
        return Promise.all([
          api.fetchPosts(result).then((found) => {
            posts = found;
            check();
          }),
          api.fetchFriends(result).then((found) => {
            friends = found;
            check();
          }),
        ]);
      })
      .catch(reject);
  });
}
