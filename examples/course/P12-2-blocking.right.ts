// P12: Called in `def` it blocks a thread of the pool, and nobody else: /health is answered at 100 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const query = world.blocking("requests.get", { costs: 1000 });
  const pool = world.threads("pool", { count: 40 });
  const def = async (path: string) => {
    await pool(() => query(path));
    console.log(path, "answered");
  };
  const health = world.blocking("health", { costs: 0, returns: "/health answered" });
  world.at(100, () => console.log(health()));
  await Promise.all(["/a", "/b"].map(def));
}
//  100 ms  /health answered
// 1000 ms  /a answered
// 1000 ms  /b answered
// ended at 1000 ms
