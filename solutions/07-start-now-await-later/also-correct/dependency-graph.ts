// A small library: named steps, each with what it needs, started as soon as that is there.

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

type Step = { needs: string[]; run: (results: Record<string, any>) => Promise<unknown> };

async function runGraph(steps: Record<string, Step>): Promise<Record<string, any>> {
  const running = new Map<string, Promise<unknown>>();
  const start = (name: string): Promise<unknown> => {
    if (!running.has(name)) running.set(name, run(name));
    return running.get(name)!;
  };
  const run = async (name: string) => {
    const { needs, run } = steps[name]!;
    const values = needs.length > 0 ? await Promise.all(needs.map(start)) : [];
    return run(Object.fromEntries(needs.map((need, index) => [need, values[index]])));
  };
  const names = Object.keys(steps);
  const values = await Promise.all(names.map(start));
  return Object.fromEntries(names.map((name, index) => [name, values[index]]));
}

export async function loadDashboard(api: Api): Promise<Dashboard> {
  const parts = await runGraph({
    posts: { needs: ["user"], run: ({ user }) => api.fetchPosts(user) },
    friends: { needs: ["user"], run: ({ user }) => api.fetchFriends(user) },
    user: { needs: [], run: () => api.fetchUser() },
    news: { needs: [], run: () => api.fetchNews() },
  });
  return parts as unknown as Dashboard;
}
