// P5: Two waits of 1000 ms take 1000 ms together: waiting can be shared.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const cook = world.service("cook", { takes: 1000 });
  await Promise.all([cook("burger"), cook("pizza")]);
  console.log("both are ready");
}
// 1000 ms  both are ready
// ended at 1000 ms
