// P7: A race with a timer stops waiting at 2000 ms, and not the work: that goes on to 3000 ms for nobody.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const slow = world.service("slow", { takes: 3000, onAbort: { rejects: "reason" } });
  const timeout = new Promise((_, reject) => setTimeout(() => reject(new Error("Timed out")), 2000));
  await Promise.race([slow(), timeout]).catch((error) => console.log(String(error)));
}
// 2000 ms  Error: Timed out
// ended at 3000 ms
