// P8: `async` in front of work makes no wait of it: three requests are served one after another, the last at 1500 ms.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const resize = world.blocking("resize", { costs: 500 });
  const serve = async (request: number) => {
    resize(request);
    console.log("served", request);
  };
  await Promise.all([1, 2, 3].map(serve));
}
//  500 ms  served 1
// 1000 ms  served 2
// 1500 ms  served 3
// ended at 1500 ms
