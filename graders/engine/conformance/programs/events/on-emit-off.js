import { EventEmitter } from "node:events";

const emitter = new EventEmitter();
const listener = (...args) => console.log("heard", ...args);
console.log(emitter.on("x", listener) === emitter, emitter.emit("x", 1, 2), emitter.emit("y"));
console.log(emitter.off("x", listener) === emitter, emitter.emit("x", 3), emitter.listenerCount("x"));
