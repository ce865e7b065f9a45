// fails: apart (shared-state)
import type { Api, Dashboard } from "./start-now-await-later.ts";

const underWay = new WeakMap<Api, Promise<Dashboard>>();

export function loadDashboard(api: Api): Promise<Dashboard> {
  const known = underWay.get(api);
  if (known) return known;
  const loading = load(api);
  underWay.set(api, loading);
  loading.finally(() => underWay.delete(api)).catch(() => {});
  return loading;
}

async function load(api: Api): Promise<Dashboard> {
  const userTask = api.fetchUser();
  const [user, posts, friends, news] = await Promise.all([
    userTask,
    userTask.then((user) => api.fetchPosts(user)),
    userTask.then((user) => api.fetchFriends(user)),
    api.fetchNews(),
  ]);
  return { user, posts, friends, news };
}
