import { setInterval } from "node:timers/promises";

let beats = 0;
for await (const value of setInterval(3, "beat")) {
  console.log(value, ++beats);
  if (beats === 3) break;
}
