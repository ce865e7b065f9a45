// P10: A call that waits instead leaves the loop free: the click is handled at 200 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const readFile = world.service("readFile", { takes: 1000 });
  setTimeout(() => console.log("a click, meant for 200 ms"), 200);
  const read = async () => readFile("large.csv");
  await read();
  console.log("read");
}
//  200 ms  a click, meant for 200 ms
// 1000 ms  read
// ended at 1000 ms
