import * as promises from "node:timers/promises";

console.log(promises.setTimeout.length, promises.setImmediate.length, promises.setInterval.length);
console.log(promises.setTimeout.name, promises.setInterval.name, Object.keys(promises).sort().join());
