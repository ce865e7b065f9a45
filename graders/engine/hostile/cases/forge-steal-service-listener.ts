// tries: to get hold of the service's own abort listener and to pull it; must: failed or never-settled
// exercise: 05-cancellation
import { getEventListeners } from "node:events";
export async function loadProfile(api, id, { signal, log }) {
  const user = api.fetchUser(id, signal);
  for (const listener of getEventListeners(signal, "abort")) listener();
  const posts = api.fetchPosts((await user).id, signal);
  for (const listener of getEventListeners(signal, "abort")) listener();
  return { user: await user, posts: await posts };
}
