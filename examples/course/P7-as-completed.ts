// P7: Who handles each result as it comes has the first one at 500 ms, and need not wait for the slowest.
import { setTimeout as sleep } from "node:timers/promises";

async function load(name: string, ms: number): Promise<string> {
  await sleep(ms);
  return name;
}

const all = [load("slow", 1500), load("quick", 500), load("third", 1000)];
await Promise.all(all.map(async (one) => console.log("got", await one)));
//  500 ms  got quick
// 1000 ms  got third
// 1500 ms  got slow
// ended at 1500 ms
