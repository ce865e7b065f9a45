// P6: Started together, as tasks, they take 1000 ms: both are under way before either is awaited.
import { setTimeout as sleep } from "node:timers/promises";

async function say(text: string): Promise<void> {
  await sleep(1000);
  console.log(text);
}

const hello = say("hello");
const world = say("world");
await hello;
await world;
// 1000 ms  hello
// 1000 ms  world
// ended at 1000 ms
