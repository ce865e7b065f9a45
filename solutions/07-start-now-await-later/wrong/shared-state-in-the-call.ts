// fails: apart (shared-state)
// While a request is being made another call may begin, and puts its own tasks in the place of these.
let tasks: any = {};
export async function loadDashboard(api: any): Promise<unknown> {
  tasks = {};
  tasks.user = api.fetchUser();
  const own = tasks;
  own.news = api.fetchNews();
  const [user, posts, friends, news] = await Promise.all([
    own.user,
    own.user.then((user: unknown) => api.fetchPosts(user)),
    own.user.then((user: unknown) => api.fetchFriends(user)),
    own.news,
  ]);
  return { user, posts, friends, news };
}
