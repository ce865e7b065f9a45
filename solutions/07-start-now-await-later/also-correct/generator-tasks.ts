// Coroutines: two generators, driven side by side, as the event loop of the course does it.

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

function drive<R>(coroutine: Generator<Promise<unknown>, R, any>): Promise<R> {
  const advance = (move: () => IteratorResult<Promise<unknown>, R>): Promise<R> => {
    const { done, value } = move();
    if (done) return Promise.resolve(value as R);
    return (value as Promise<unknown>).then(
      (result) => advance(() => coroutine.next(result)),
      (error) => advance(() => coroutine.throw(error)),
    );
  };
  return advance(() => coroutine.next());
}

export async function loadDashboard(api: Api): Promise<Dashboard> {
  function* aboutUser(): Generator<Promise<unknown>, Omit<Dashboard, "news">, any> {
    const user: User = yield api.fetchUser();
    const [posts, friends] = yield Promise.all([api.fetchPosts(user), api.fetchFriends(user)]);
    return { user, posts, friends };
  }
  function* general(): Generator<Promise<unknown>, Pick<Dashboard, "news">, any> {
    return { news: yield api.fetchNews() };
  }
  const [mine, everyones] = await Promise.all([drive(aboutUser()), drive(general())]);
  return { ...mine, ...everyones };
}
