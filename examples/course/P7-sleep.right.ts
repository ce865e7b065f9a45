// P7: A sleep that is awaited, as asyncio.sleep, gives the loop to the others: two take 1000 ms, the heartbeat goes on.
import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  world.heartbeat("heartbeat", 250);
  const nap = async (name: string) => {
    await sleep(1000);
    console.log(name, "has slept");
  };
  await Promise.all([nap("A"), nap("B")]);
}
// 1000 ms  A has slept
// 1000 ms  B has slept
// ended at 1000 ms
