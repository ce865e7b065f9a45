// P11: When one of Promise.all fails, at 500 ms, its siblings go on: the upload is written though all was given up.
import { setTimeout as sleep } from "node:timers/promises";

async function upload(): Promise<void> {
  await sleep(1000);
  console.log("uploaded, for nobody");
}

async function check(): Promise<void> {
  await sleep(500);
  throw new Error("not allowed");
}

await Promise.all([upload(), check()]).catch((error) => console.log("given up:", String(error)));
//  500 ms  given up: Error: not allowed
// 1000 ms  uploaded, for nobody
// ended at 1000 ms
