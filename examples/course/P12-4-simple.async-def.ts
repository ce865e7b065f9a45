// P12: Simple logic in `async def`: a millisecond on the loop holds up nobody that one would notice.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const add = world.blocking("add", { costs: 1 });
  const asyncDef = async (path: string) => {
    add(path);
    console.log(path, "answered");
  };
  for (const path of ["/a", "/b", "/c"]) {
    await world.wait(99);
    await asyncDef(path);
  }
}
//  100 ms  /a answered
//  200 ms  /b answered
//  300 ms  /c answered
// ended at 300 ms
