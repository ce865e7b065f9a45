// P10: Pitfall 3: who waits for a promise in a loop of their own waits for ever: the loop that would settle it cannot run.
import type { World } from "../../graders/world/world.ts";

export default function main(world: World): void {
  const load = world.service("load", { takes: 100, returns: "data" });
  let data: unknown;
  void load().then((value) => {
    data = value;
  });
  const patience = Date.now() + 1000;
  while (data === undefined && Date.now() < patience);
  console.log("after a second of waiting:", data);
}
// 1000 ms  after a second of waiting: undefined
// ended at 1000 ms
