// P12: In doubt `async def`: if the library blocks after all, /health has to wait until 1000 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const library = world.blocking("library", { costs: 1000 });
  const asyncDef = async (path: string) => {
    await library(path);
    console.log(path, "answered");
  };
  const health = world.blocking("health", { costs: 0, returns: "/health answered" });
  world.at(100, () => console.log(health()));
  await asyncDef("/report");
}
// 1000 ms  /report answered
// 1000 ms  /health answered
// ended at 1000 ms
