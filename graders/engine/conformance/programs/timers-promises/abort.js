import { setTimeout as sleep } from "node:timers/promises";

const controller = new AbortController();
setTimeout(() => controller.abort(new Error("mine")), 2);
try {
  await sleep(1000, null, { signal: controller.signal });
} catch (error) {
  console.log(error.name, error.code, error.message, error.cause.message, error instanceof Error);
}
