// P11: A signal that is passed on cancels what is under way at 700 ms, and a finally cleans up.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const fetchUser = world.service("fetchUser", { takes: 1000, onAbort: { rejects: "reason" } });
  const fetchPosts = world.service("fetchPosts", { takes: 1000, onAbort: { rejects: "reason" } });
  const client = world.signal("client", { abortAt: 700, reason: new Error("the client is gone") });
  try {
    await fetchUser(1, client);
    await fetchPosts(1, client);
  } catch (error) {
    console.log("cancelled:", String(error));
  } finally {
    console.log("clean up");
  }
}
//  700 ms  cancelled: Error: the client is gone
//  700 ms  clean up
// ended at 700 ms
