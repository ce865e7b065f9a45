// P7: Promise.race, as wait with FIRST_COMPLETED, gives the first that ends, at 500 ms; the others are not stopped by it.
import { setTimeout as sleep } from "node:timers/promises";

async function load(name: string, ms: number): Promise<string> {
  await sleep(ms);
  console.log(name, "has ended");
  return name;
}

console.log("the first:", await Promise.race([load("slow", 1500), load("quick", 500)]));
//  500 ms  quick has ended
//  500 ms  the first: quick
// 1500 ms  slow has ended
// ended at 1500 ms
