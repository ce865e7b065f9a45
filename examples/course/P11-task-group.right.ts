// P11: A task group cancels the siblings of what fails, and ends when all have ended: at 500 ms nothing is left.
import { setTimeout as sleep } from "node:timers/promises";

async function upload(signal: AbortSignal): Promise<void> {
  await sleep(1000, undefined, { signal });
  console.log("uploaded, for nobody");
}

async function check(): Promise<void> {
  await sleep(500);
  throw new Error("not allowed");
}

async function group(...tasks: ((signal: AbortSignal) => Promise<void>)[]): Promise<void> {
  const controller = new AbortController();
  const all = tasks.map((task) => task(controller.signal));
  for (const one of all) one.catch((error) => controller.abort(error));
  await Promise.allSettled(all);
  controller.signal.throwIfAborted();
}

await group(upload, check).catch((error) => console.log("given up:", String(error)));
//  500 ms  given up: Error: not allowed
// ended at 500 ms
