import { setTimeout as sleep } from "node:timers/promises";

console.log(await Promise.race([sleep(20, "slow"), sleep(5, "fast")]));
