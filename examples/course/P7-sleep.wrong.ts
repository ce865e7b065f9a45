// P7: A sleep that blocks, as time.sleep, stops everybody: two take 2000 ms, and the heartbeat stands still.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const blockingSleep = world.blocking("time.sleep", { costs: 1000 });
  world.heartbeat("heartbeat", 250);
  const nap = async (name: string) => {
    blockingSleep();
    console.log(name, "has slept");
  };
  await Promise.all([nap("A"), nap("B")]);
}
// 1000 ms  A has slept
// 2000 ms  B has slept
// ended at 2000 ms
