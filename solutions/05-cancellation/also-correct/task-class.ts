// A task object with its state in an enum and its parts in parameter properties.

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

enum Phase {
  Running,
  Over,
}

namespace Messages {
  export const cancelled = "Task was cancelled!";
}

class LoadTask {
  private phase = Phase.Running;
  private readonly outcome = Promise.withResolvers<Profile>();

  constructor(
    private readonly api: Api,
    private readonly options: Options,
  ) {}

  /** For `addEventListener`, which takes objects as well as functions. */
  handleEvent(): void {
    this.over(() => {
      this.options.log(Messages.cancelled);
      this.outcome.reject(this.options.signal.reason);
    });
  }

  start(id: number): Promise<Profile> {
    const { signal } = this.options;
    if (signal.aborted) this.handleEvent();
    else {
      signal.addEventListener("abort", this);
      this.work(id).then(
        (profile) => this.over(() => this.outcome.resolve(profile)),
        (error) => this.over(() => this.outcome.reject(error)),
      );
    }
    return this.outcome.promise;
  }

  private async work(id: number): Promise<Profile> {
    const user = await this.api.fetchUser(id, this.options.signal);
    if (this.phase === Phase.Over) return new Promise(() => {});
    return { user, posts: await this.api.fetchPosts(user.id, this.options.signal) };
  }

  private over(act: () => void): void {
    if (this.phase === Phase.Over) return;
    this.phase = Phase.Over;
    this.options.signal.removeEventListener("abort", this);
    act();
  }
}

export function loadProfile(api: Api, id: number, options: Options): Promise<Profile> {
  return new LoadTask(api, options).start(id);
}
