// fails: early (busy-wait)

export function loadDashboard(api: any): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let user: unknown;
    const watch = setInterval(() => {
      if (user === undefined) return;
      clearInterval(watch);
      Promise.all([api.fetchPosts(user), api.fetchFriends(user), newsTask]).then(
        ([posts, friends, news]) => resolve({ user, posts, friends, news }),
        fail,
      );
    }, 5);
    const fail = (reason: unknown) => {
      clearInterval(watch);
      reject(reason);
    };
    api.fetchUser().then((own: unknown) => {
      user = own;
    }, fail);
    const newsTask = api.fetchNews();
    newsTask.catch(fail);
  });
}
