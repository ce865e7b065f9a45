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

export async function loadProfile(api: Api, id: number, options: Options): Promise<Profile> {
  const calls = new AbortController();
  const tidy = new AbortController();
  const { promise: aborted, resolve } = Promise.withResolvers<"aborted">();
  const cancel = () => {
    resolve("aborted");
    calls.abort(options.signal.reason);
  };
  if (options.signal.aborted) cancel();
  else options.signal.addEventListener("abort", cancel, { signal: tidy.signal });

  const step = async <T>(start: () => Promise<T>): Promise<T> => {
    const outcome = options.signal.aborted ? "aborted" : await Promise.race([aborted, attempt(start)]);
    if (outcome === "aborted" || options.signal.aborted) {
      options.log("Task was cancelled!");
      throw options.signal.reason;
    }
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  };
  try {
    const user = await step(() => api.fetchUser(id, calls.signal));
    const posts = await step(() => api.fetchPosts(user.id, calls.signal));
    return { user, posts };
  } finally {
    tidy.abort();
  }
}

type Attempt<T> = { value: T } | { error: unknown };

const attempt = <T>(start: () => Promise<T>): Promise<Attempt<T>> =>
  start().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
