// fails: story (gives-up)

export async function loadDashboard(api: any): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("nobody waits that long")), 60_000);
  });
  const user = api.fetchUser();
  const all = [user, user.then(api.fetchPosts), user.then(api.fetchFriends), api.fetchNews()];
  try {
    const [own, posts, friends, news] = await Promise.race([Promise.all(all), tooLong]);
    return { user: own, posts, friends, news };
  } finally {
    clearTimeout(timer);
  }
}
