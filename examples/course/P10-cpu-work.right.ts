// P10: On a worker it costs the loop nothing: the ticks come in time, the result at 900 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const fibonacci = world.blocking("fibonacci", { costs: 900, returns: 55 });
  const worker = world.worker("a worker");
  const ticks = setInterval(() => console.log("tick"), 200);
  console.log("result", await worker.run(() => fibonacci(10)));
  await world.wait(150);
  clearInterval(ticks);
}
//  200 ms  tick
//  400 ms  tick
//  600 ms  tick
//  800 ms  tick
//  900 ms  result 55
// 1000 ms  tick
// ended at 1050 ms
