// P10: Pitfall 1: without await the caller has a promise, goes on at once, and is done before the work is.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const save = world.service("save", { takes: 500, returns: "saved" });
  const handler = async () => {
    const result = save("report");
    console.log("saved it, with the result", result);
  };
  await handler();
}
//    0 ms  saved it, with the result Promise { <pending> }
// ended at 500 ms
