// P9: As a `def` handler it runs on the thread pool: both are answered at 1000 ms, and /health at 100 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const query = world.blocking("requests.get", { costs: 1000 });
  const pool = world.threads("pool", { count: 40 });
  const def = async (path: string) => {
    await pool(() => query(path));
    console.log(path, "answered");
  };
  const health = () => console.log("/health answered");
  world.at(100, health);
  await Promise.all([def("/a"), def("/b")]);
}
//  100 ms  /health answered
// 1000 ms  /a answered
// 1000 ms  /b answered
// ended at 1000 ms
