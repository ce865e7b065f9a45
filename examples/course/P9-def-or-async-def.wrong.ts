// P9: A blocking library in an `async def` handler: two requests take 2000 ms, and /health has to wait for them.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const query = world.blocking("requests.get", { costs: 1000 });
  const asyncDef = async (path: string) => {
    query(path);
    console.log(path, "answered");
  };
  const health = () => console.log("/health answered");
  world.at(100, health);
  await Promise.all([asyncDef("/a"), asyncDef("/b")]);
}
// 1000 ms  /a answered
// 2000 ms  /b answered
// 2000 ms  /health answered
// ended at 2000 ms
