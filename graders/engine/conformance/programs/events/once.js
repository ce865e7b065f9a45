import { EventEmitter } from "node:events";

const emitter = new EventEmitter();
emitter.once("x", () => console.log("once"));
emitter.prependOnceListener("x", () => console.log("before"));
emitter.emit("x");
console.log(emitter.emit("x"), emitter.eventNames());
