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

class TaskGroup implements AsyncDisposable {
  private readonly tasks: Promise<unknown>[] = [];

  createTask<T>(promise: Promise<T>): Promise<T> {
    this.tasks.push(promise);
    promise.catch(() => {});
    return promise;
  }

  /** Settles with the first failure, or when no task is left. */
  finished(): Promise<unknown> {
    return Promise.all(this.tasks);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.finished();
  }
}

export async function loadDashboard(api: Api): Promise<Dashboard> {
  const result = {} as Dashboard;
  {
    await using group = new TaskGroup();
    group.createTask(api.fetchNews().then((news) => void (result.news = news)));
    group.createTask(
      api.fetchUser().then((user) => {
        result.user = user;
        return Promise.all([
          api.fetchPosts(user).then((posts) => void (result.posts = posts)),
          api.fetchFriends(user).then((friends) => void (result.friends = friends)),
        ]);
      }),
    );
  }
  return result;
}
