// A task class with a parameter property, an enum for the sections, and a map of what is there.

export interface User {
  id: number;
  name: string;
}

export interface Post {
  id: number;
  title: string;
}

export interface Api {
  fetchUser(): Promise<User>;
  fetchPosts(user: User): Promise<Post[]>;
  fetchFriends(user: User): Promise<User[]>;
  fetchNews(): Promise<string[]>;
}

export interface Dashboard {
  user: User;
  posts: Post[];
  friends: User[];
  news: string[];
}

enum Section {
  User = "user",
  Posts = "posts",
  Friends = "friends",
  News = "news",
}

class Loader {
  private readonly parts = new Map<Section, unknown>();
  private readonly done = Promise.withResolvers<Dashboard>();

  constructor(private readonly api: Api) {}

  load(): Promise<Dashboard> {
    this.take(Section.User, this.api.fetchUser(), (user) => {
      this.take(Section.Posts, this.api.fetchPosts(user));
      this.take(Section.Friends, this.api.fetchFriends(user));
    });
    this.take(Section.News, this.api.fetchNews());
    return this.done.promise;
  }

  private take<T>(section: Section, promise: Promise<T>, then?: (value: T) => void): void {
    promise.then((value) => {
      this.parts.set(section, value);
      then?.(value);
      if (this.parts.size === 4) this.done.resolve(Object.fromEntries(this.parts) as unknown as Dashboard);
    }, this.done.reject);
  }
}

export function loadDashboard(api: Api): Promise<Dashboard> {
  return new Loader(api).load();
}
