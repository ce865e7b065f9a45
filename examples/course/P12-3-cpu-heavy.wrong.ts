// P12: Heavy computing in `async def` holds up the loop: /health has to wait until 1000 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const resize = world.blocking("resize", { costs: 1000 });
  const asyncDef = async (path: string) => {
    resize(path);
    console.log(path, "answered");
  };
  const health = world.blocking("health", { costs: 0, returns: "/health answered" });
  world.at(100, () => console.log(health()));
  await asyncDef("/photo");
}
// 1000 ms  /photo answered
// 1000 ms  /health answered
// ended at 1000 ms
