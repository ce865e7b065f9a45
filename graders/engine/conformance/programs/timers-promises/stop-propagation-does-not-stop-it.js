import { setTimeout as sleep } from "node:timers/promises";

const controller = new AbortController();
controller.signal.addEventListener("abort", (event) => event.stopImmediatePropagation());
const waiting = sleep(1000, 0, { signal: controller.signal }).catch((error) => console.log(error.name));
controller.abort();
await waiting;
