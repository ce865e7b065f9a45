import { setTimeout as sleep } from "node:timers/promises";

const controller = new AbortController();
const signal = new Proxy(controller.signal, {});
const waiting = sleep(1000, 0, { signal }).catch((error) => console.log(error.name, signal.aborted));
controller.abort();
await waiting;
