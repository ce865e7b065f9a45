// fails: once (starts-after-failure)
// The user's failure is taken off for those who need the user, and they ask for nobody's posts and friends.
export async function loadDashboard(api: any): Promise<unknown> {
  const userTask = api.fetchUser();
  const maybe = userTask.catch(() => undefined);
  const [user, posts, friends, news] = await Promise.all([
    userTask,
    maybe.then((user: unknown) => api.fetchPosts(user)),
    maybe.then((user: unknown) => api.fetchFriends(user)),
    api.fetchNews(),
  ]);
  return { user, posts, friends, news };
}
