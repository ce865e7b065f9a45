// P11: A signal that is not passed on stops nothing: the client is gone at 700 ms, and the work goes on to 2000 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const fetchUser = world.service("fetchUser", { takes: 1000, onAbort: { rejects: "reason" } });
  const fetchPosts = world.service("fetchPosts", { takes: 1000, onAbort: { rejects: "reason" } });
  const client = world.signal("client", { abortAt: 700 });
  client.addEventListener("abort", () => console.log("the client is gone"));
  await fetchUser(1);
  await fetchPosts(1);
  console.log("an answer for nobody");
}
//  700 ms  the client is gone
// 2000 ms  an answer for nobody
// ended at 2000 ms
