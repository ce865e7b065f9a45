// P8: The same work on threads leaves the loop free: all three are served at 500 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const resize = world.blocking("resize", { costs: 500 });
  const toThread = world.threads("threads");
  const serve = async (request: number) => {
    await toThread(() => resize(request));
    console.log("served", request);
  };
  await Promise.all([1, 2, 3].map(serve));
}
//  500 ms  served 1
//  500 ms  served 2
//  500 ms  served 3
// ended at 500 ms
