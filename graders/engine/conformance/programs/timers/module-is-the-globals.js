import * as timers from "node:timers";

console.log(
  timers.setTimeout === setTimeout,
  timers.clearImmediate === clearImmediate,
  typeof timers.promises.setTimeout,
);
console.log(timers.sleep ?? "no sleep", timers.default.setInterval === setInterval);
