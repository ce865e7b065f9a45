import { EventEmitter, on } from "node:events";

const emitter = new EventEmitter();
setTimeout(() => [1, 2, 3].map((value) => emitter.emit("x", value)), 1);
for await (const [value] of on(emitter, "x")) {
  console.log(value);
  if (value === 3) break;
}
console.log(emitter.eventNames());
