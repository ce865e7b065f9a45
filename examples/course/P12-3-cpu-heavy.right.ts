// P12: `def` and an executor: a process of its own computes. /health is answered at 100 ms, the photo as soon as before.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const resize = world.blocking("resize", { costs: 1000 });
  const process = world.worker("executor");
  const def = async (path: string) => {
    await process.run(() => resize(path));
    console.log(path, "answered");
  };
  const health = world.blocking("health", { costs: 0, returns: "/health answered" });
  world.at(100, () => console.log(health()));
  await def("/photo");
}
//  100 ms  /health answered
// 1000 ms  /photo answered
// ended at 1000 ms
