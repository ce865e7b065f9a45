// P5: Two pieces of work of 1000 ms take 2000 ms on one thread, however they are started: work cannot be shared.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const clean = world.blocking("clean", { costs: 1000 });
  await Promise.all([(async () => clean("house"))(), (async () => clean("car"))()]);
  console.log("both are clean");
}
// 2000 ms  both are clean
// ended at 2000 ms
