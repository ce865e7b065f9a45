// fails: story (all-takes-list); also: once, failure, floating, apart

type User = { id: number; name: string };
type Api = {
  fetchUser(): Promise<User>;
  fetchPosts(user: User): Promise<object[]>;
  fetchFriends(user: User): Promise<User[]>;
  fetchNews(): Promise<string[]>;
};

export async function loadDashboard(api: Api) {
  const userTask = api.fetchUser();
  // @ts-expect-error the mistake
  return Promise.all({
    user: userTask,
    posts: userTask.then((user) => api.fetchPosts(user)),
    friends: userTask.then((user) => api.fetchFriends(user)),
    news: api.fetchNews(),
  });
}
