// fails: failure (falsy-is-nothing)

interface User {
  id: number;
  name: string;
}

interface Post {
  id: number;
  title: string;
}

interface Api {
  fetchUser(id: number, signal: AbortSignal): Promise<User>;
  fetchPosts(userId: number, signal: AbortSignal): Promise<Post[]>;
}

interface Options {
  signal: AbortSignal;
  log: (line: string) => void;
}

interface Profile {
  user: User;
  posts: Post[];
}

export async function loadProfile(api: Api, id: number, { signal, log }: Options): Promise<Profile> {
  const cancelled = Promise.withResolvers<void>();
  let failure: unknown;
  let profile: Profile | undefined;
  const work = async () => {
    try {
      if (signal.aborted) return;
      const user = await api.fetchUser(id, signal);
      if (signal.aborted) return;
      profile = { user, posts: await api.fetchPosts(user.id, signal) };
    } catch (error) {
      failure = error;
    }
  };
  const onAbort = () => cancelled.resolve();
  signal.addEventListener("abort", onAbort);
  await Promise.race([work(), cancelled.promise]);
  signal.removeEventListener("abort", onAbort);
  if (signal.aborted) {
    log("Task was cancelled!");
    throw signal.reason;
  }
  if (failure) throw failure;
  return profile as Profile;
}
