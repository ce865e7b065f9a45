// P7: Promise.all, as gather, gives the results in the order of the calls, when the slowest has ended: at 1500 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const takes = (name: string) => ({ slow: 1500, quick: 500 })[name] ?? 1000;
  const load = world.service("load", { takes, returns: (name: string) => name.toUpperCase() });
  console.log(await Promise.all([load("slow"), load("quick"), load("third")]));
}
// 1500 ms  [ 'SLOW', 'QUICK', 'THIRD' ]
// ended at 1500 ms
