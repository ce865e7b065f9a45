import { EventEmitter } from "node:events";

const { prototype } = EventEmitter;
console.log(
  prototype.on === prototype.addListener,
  prototype.off === prototype.removeListener,
  prototype.on.name,
);
const names = [];
for (const name in prototype) names.push(name);
console.log(names.join());
