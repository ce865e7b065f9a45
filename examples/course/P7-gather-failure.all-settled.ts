// P7: Promise.allSettled, as return_exceptions=True, waits for all, to 1000 ms, and gives each one's outcome in its place.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const good = world.service("good", { takes: 1000, returns: "data" });
  const bad = world.service("bad", { takes: 500, fails: new Error("no") });
  for (const outcome of await Promise.allSettled([good(), bad()]))
    console.log(outcome.status === "fulfilled" ? outcome.value : String(outcome.reason));
}
// 1000 ms  data
// 1000 ms  Error: no
// ended at 1000 ms
