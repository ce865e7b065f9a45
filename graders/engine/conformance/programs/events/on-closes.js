import { EventEmitter, on } from "node:events";

const emitter = new EventEmitter();
setTimeout(() => {
  emitter.emit("x", 1);
  emitter.emit("end");
  emitter.emit("x", 2);
}, 1);
for await (const event of on(emitter, "x", { close: ["end"] })) console.log(event);
console.log("closed");
