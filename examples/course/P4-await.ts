// P4: At await a function gives the loop back: while the burgers take 1000 ms, somebody else is served.
import { setTimeout as sleep } from "node:timers/promises";

async function getBurgers(count: number): Promise<string[]> {
  await sleep(1000);
  return Array.from({ length: count }, (_, index) => `Burger ${index + 1}`);
}

async function order(): Promise<void> {
  console.log("ordered");
  const burgers = await getBurgers(2);
  console.log("got", burgers.join(", "));
}

void order();
console.log("the counter is free again");
setTimeout(() => console.log("somebody else is served"), 400);
//    0 ms  ordered
//    0 ms  the counter is free again
//  400 ms  somebody else is served
// 1000 ms  got Burger 1, Burger 2
// ended at 1000 ms
