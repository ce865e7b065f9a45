// Tasks in variables, awaited in turn; a handler on each keeps a late failure from floating, and a race reports the first.

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

function started<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

export async function loadDashboard(api: Api): Promise<Dashboard> {
  const userTask = started(api.fetchUser());
  const newsTask = started(api.fetchNews());
  const user = await Promise.race([userTask, onlyFailure(newsTask)]);
  const postsTask = started(api.fetchPosts(user));
  const friendsTask = started(api.fetchFriends(user));
  const failure = onlyFailure(Promise.all([postsTask, friendsTask, newsTask]));
  const next = <T>(task: Promise<T>) => Promise.race([task, failure]);
  return { user, posts: await next(postsTask), friends: await next(friendsTask), news: await next(newsTask) };
}

/** Rejects as the promise does, and never resolves. */
function onlyFailure(promise: Promise<unknown>): Promise<never> {
  return started(promise.then(() => new Promise<never>(() => {})));
}
