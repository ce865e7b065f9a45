// P9: What a dependency sets up is cleaned up when the handler has ended, in reverse order, even if that fails.
import { setTimeout as sleep } from "node:timers/promises";

async function open(name: string): Promise<AsyncDisposable> {
  await sleep(100);
  console.log("open", name);
  return {
    async [Symbol.asyncDispose]() {
      await sleep(100);
      console.log("close", name);
    },
  };
}

async function handler(): Promise<void> {
  await using _database = await open("database");
  await using _session = await open("session");
  console.log("handle the request");
  throw new Error("a fault in the handler");
}

await handler().catch((error) => console.log("500", String(error)));
//  100 ms  open database
//  200 ms  open session
//  200 ms  handle the request
//  300 ms  close session
//  400 ms  close database
//  400 ms  500 Error: a fault in the handler
// ended at 400 ms
