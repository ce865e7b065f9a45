// P12: A library that one awaits, called in `def`: each request keeps a thread waiting, and with two the third ends at 2000 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const runFetch = world.blocking("asyncio.run(fetch)", { costs: 1000 });
  const pool = world.threads("pool", { count: 2 });
  const def = async (path: string) => {
    await pool(() => runFetch(path));
    console.log(path, "answered");
  };
  await Promise.all(["/a", "/b", "/c"].map(def));
}
// 1000 ms  /a answered
// 1000 ms  /b answered
// 2000 ms  /c answered
// ended at 2000 ms
