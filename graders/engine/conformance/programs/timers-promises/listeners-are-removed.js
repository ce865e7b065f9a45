import { getEventListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

const { signal } = new AbortController();
const waiting = sleep(2, "done", { signal });
console.log(getEventListeners(signal, "abort").length);
console.log(await waiting, getEventListeners(signal, "abort").length);
