// P5: On two threads the same work takes 1000 ms: that is parallelism.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const clean = world.blocking("clean", { costs: 1000 });
  const toThread = world.threads("threads", { count: 2 });
  await Promise.all([toThread(() => clean("house")), toThread(() => clean("car"))]);
  console.log("both are clean");
}
// 1000 ms  both are clean
// ended at 1000 ms
