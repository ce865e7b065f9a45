// P9: The pool has so many threads and no more: with two, three requests of 1000 ms need 2000 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const query = world.blocking("query", { costs: 1000 });
  const pool = world.threads("pool", { count: 2 });
  const def = async (path: string) => {
    await pool(() => query(path));
    console.log(path, "answered");
  };
  await Promise.all(["/a", "/b", "/c"].map(def));
}
// 1000 ms  /a answered
// 1000 ms  /b answered
// 2000 ms  /c answered
// ended at 2000 ms
