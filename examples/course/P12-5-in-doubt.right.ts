// P12: In doubt `def`: if it blocks, a thread waits and nobody else. /health is answered at 100 ms; at worst there are fewer threads.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const library = world.blocking("library", { costs: 1000 });
  const pool = world.threads("pool", { count: 40 });
  const def = async (path: string) => {
    await pool(() => library(path));
    console.log(path, "answered");
  };
  const health = world.blocking("health", { costs: 0, returns: "/health answered" });
  world.at(100, () => console.log(health()));
  await def("/report");
}
//  100 ms  /health answered
// 1000 ms  /report answered
// ended at 1000 ms
