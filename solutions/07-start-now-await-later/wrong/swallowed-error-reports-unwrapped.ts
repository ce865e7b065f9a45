// fails: failure (swallowed-error); also: floating

type User = { id: number; name: string };
type Api = {
  fetchUser(): Promise<User>;
  fetchPosts(user: User): Promise<object[]>;
  fetchFriends(user: User): Promise<User[]>;
  fetchNews(): Promise<string[]>;
};

export async function loadDashboard(api: Api) {
  const userTask = api.fetchUser();
  const reports = await Promise.allSettled([
    userTask,
    userTask.then((user) => api.fetchPosts(user)),
    userTask.then((user) => api.fetchFriends(user)),
    api.fetchNews(),
  ]);
  const [user, posts, friends, news] = reports.map((report) =>
    report.status === "fulfilled" ? report.value : undefined,
  );
  return { user, posts, friends, news };
}
