// fails: apart (shared-state)

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

const dashboard = {} as Dashboard;

export async function loadDashboard(api: Api): Promise<Dashboard> {
  const userTask = api.fetchUser();
  await Promise.all([
    userTask.then((user) => (dashboard.user = user)),
    userTask.then((user) => api.fetchPosts(user)).then((posts) => (dashboard.posts = posts)),
    userTask.then((user) => api.fetchFriends(user)).then((friends) => (dashboard.friends = friends)),
    api.fetchNews().then((news) => (dashboard.news = news)),
  ]);
  return dashboard;
}
