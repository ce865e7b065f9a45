// P1: While one request waits for the database the others are served, on the same thread: all three take 1000 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const database = world.service("database", { takes: 1000 });
  const serve = async (path: string) => {
    await database(path);
    console.log(path, "answered");
  };
  await Promise.all(["/a", "/b", "/c"].map(serve));
}
// 1000 ms  /a answered
// 1000 ms  /b answered
// 1000 ms  /c answered
// ended at 1000 ms
