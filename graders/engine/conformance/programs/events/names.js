import { EventEmitter } from "node:events";

const emitter = new EventEmitter();
const symbol = Symbol("s");
for (const name of ["b", "10", "a", symbol, "2", "__proto__", "constructor"]) emitter.on(name, () => {});
console.log(emitter.eventNames());
console.log(
  emitter.emit("toString"),
  emitter.emit("__proto__"),
  emitter.listenerCount(2),
  emitter.emit(symbol),
);
