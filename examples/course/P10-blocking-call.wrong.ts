// P10: Pitfall 2: a blocking call in async code holds up what has nothing to do with it, from 0 to 1000 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const readFileSync = world.blocking("readFileSync", { costs: 1000 });
  setTimeout(() => console.log("a click, meant for 200 ms"), 200);
  const read = async () => readFileSync("large.csv");
  await read();
  console.log("read");
}
// 1000 ms  read
// 1000 ms  a click, meant for 200 ms
// ended at 1000 ms
