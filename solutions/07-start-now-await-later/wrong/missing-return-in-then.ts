// fails: story (missing-return); also: failure, floating

type User = { id: number; name: string };
type Api = {
  fetchUser(): Promise<User>;
  fetchPosts(user: User): Promise<object[]>;
  fetchFriends(user: User): Promise<User[]>;
  fetchNews(): Promise<string[]>;
};

export async function loadDashboard(api: Api) {
  const userTask = api.fetchUser();
  const [user, posts, friends, news] = await Promise.all([
    userTask,
    userTask.then((user) => {
      api.fetchPosts(user);
    }),
    userTask.then((user) => api.fetchFriends(user)),
    api.fetchNews(),
  ]);
  return { user, posts, friends, news };
}
