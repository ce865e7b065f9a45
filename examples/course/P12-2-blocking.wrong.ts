// P12: A library that blocks, called in `async def`: /b waits for /a, and /health until 2000 ms for both.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const query = world.blocking("requests.get", { costs: 1000 });
  const asyncDef = async (path: string) => {
    query(path);
    console.log(path, "answered");
  };
  const health = world.blocking("health", { costs: 0, returns: "/health answered" });
  world.at(100, () => console.log(health()));
  await Promise.all(["/a", "/b"].map(asyncDef));
}
// 1000 ms  /a answered
// 2000 ms  /b answered
// 2000 ms  /health answered
// ended at 2000 ms
