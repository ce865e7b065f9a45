// A small library: steps are made cancellable, and the logging is wrapped around the whole.

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

type Step<In, Out> = (input: In, signal: AbortSignal) => Promise<Out>;

/** Like `step`, but rejects with the signal's reason as soon as that aborts. */
const cancellable =
  <In, Out>(step: Step<In, Out>): Step<In, Out> =>
  (input, signal) => {
    if (signal.aborted) return Promise.reject(signal.reason);
    const { promise, reject } = Promise.withResolvers<never>();
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    const call = step(input, signal).catch((error) => {
      throw signal.aborted ? signal.reason : error;
    });
    return Promise.race([call, promise]).finally(() => signal.removeEventListener("abort", stop));
  };

const onAbort =
  <Args extends unknown[], R>(signal: AbortSignal, act: () => void, task: (...args: Args) => Promise<R>) =>
  (...args: Args): Promise<R> =>
    task(...args).catch((error) => {
      if (signal.aborted) act();
      throw error;
    });

export const loadProfile = (api: Api, id: number, { signal, log }: Options): Promise<Profile> => {
  const getUser = cancellable(api.fetchUser);
  const getPosts = cancellable(api.fetchPosts);
  const load = async () => {
    const user = await getUser(id, signal);
    return { user, posts: await getPosts(user.id, signal) };
  };
  return onAbort(signal, () => log("Task was cancelled!"), load)();
};
