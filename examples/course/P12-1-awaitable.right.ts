// P12: Awaited in `async def` it needs no thread: three requests are answered at 1000 ms, and so would be a thousand.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const fetch = world.service("fetch", { takes: 1000 });
  const asyncDef = async (path: string) => {
    await fetch(path);
    console.log(path, "answered");
  };
  await Promise.all(["/a", "/b", "/c"].map(asyncDef));
}
// 1000 ms  /a answered
// 1000 ms  /b answered
// 1000 ms  /c answered
// ended at 1000 ms
