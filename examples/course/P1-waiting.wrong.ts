// P1: A server that serves one request after the other only waits, most of the time: three take 3000 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const database = world.service("database", { takes: 1000 });
  const serve = async (path: string) => {
    await database(path);
    console.log(path, "answered");
  };
  for (const path of ["/a", "/b", "/c"]) await serve(path);
}
// 1000 ms  /a answered
// 2000 ms  /b answered
// 3000 ms  /c answered
// ended at 3000 ms
