// P10: Who awaits it lets the one loop that there is run, and has the data at 100 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const load = world.service("load", { takes: 100, returns: "data" });
  console.log("awaited:", await load());
}
//  100 ms  awaited: data
// ended at 100 ms
