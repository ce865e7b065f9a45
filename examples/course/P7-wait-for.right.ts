// P7: With a signal, as wait_for does it, the work itself is told to stop at 2000 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const slow = world.service("slow", { takes: 3000, onAbort: { rejects: "reason" } });
  await slow(AbortSignal.timeout(2000)).catch((error) => console.log(error.name));
}
// 2000 ms  TimeoutError
// ended at 2000 ms
