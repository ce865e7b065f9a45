// P7: With Promise.all the first failure is the answer, at 500 ms; the others go on, and nobody hears of them.
import type { World } from "../../graders/world/world.ts";

export default async function main(world: World): Promise<void> {
  const good = world.service("good", { takes: 1000, returns: "data" });
  const bad = world.service("bad", { takes: 500, fails: new Error("no") });
  try {
    await Promise.all([good(), bad()]);
  } catch (error) {
    console.log("caught", String(error));
  }
}
//  500 ms  caught Error: no
// ended at 1000 ms
