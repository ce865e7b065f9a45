// fails: once (copy-handed-on)
// Whoever compares users by identity does not know this one.
export async function loadDashboard(api: any): Promise<unknown> {
  const userTask = api.fetchUser();
  const [user, posts, friends, news] = await Promise.all([
    userTask,
    userTask.then((user: any) => api.fetchPosts({ ...user })),
    userTask.then((user: any) => api.fetchFriends({ ...user })),
    api.fetchNews(),
  ]);
  return { user, posts, friends, news };
}
