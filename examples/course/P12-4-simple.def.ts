// P12: In `def` it is a millisecond on a thread: each is answered in the same ms. Either will do.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const add = world.blocking("add", { costs: 1 });
  const pool = world.threads("pool", { count: 40 });
  const def = async (path: string) => {
    await pool(() => add(path));
    console.log(path, "answered");
  };
  for (const path of ["/a", "/b", "/c"]) {
    await world.wait(99);
    await def(path);
  }
}
//  100 ms  /a answered
//  200 ms  /b answered
//  300 ms  /c answered
// ended at 300 ms
