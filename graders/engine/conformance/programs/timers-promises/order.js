import { setTimeout as sleep } from "node:timers/promises";

const finished = [];
await Promise.all([30, 10, 20].map(async (ms) => finished.push(await sleep(ms, ms))));
console.log(finished.join());
