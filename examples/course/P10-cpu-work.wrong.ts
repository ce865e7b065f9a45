// P10: Pitfall 4: heavy computing on the loop: the ticks of every 200 ms come late, all after 900 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const fibonacci = world.blocking("fibonacci", { costs: 900, returns: 55 });
  const ticks = setInterval(() => console.log("tick"), 200);
  console.log("result", fibonacci(10));
  await world.wait(150);
  clearInterval(ticks);
}
//  900 ms  result 55
//  900 ms  tick
// ended at 1050 ms
