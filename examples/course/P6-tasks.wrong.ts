// P6: Awaited in turn, two calls of 1000 ms take 2000 ms: the second begins when the first has ended.
import { setTimeout as sleep } from "node:timers/promises";

async function say(text: string): Promise<void> {
  await sleep(1000);
  console.log(text);
}

await say("hello");
await say("world");
// 1000 ms  hello
// 2000 ms  world
// ended at 2000 ms
