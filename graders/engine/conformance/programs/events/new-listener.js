import { EventEmitter } from "node:events";

const emitter = new EventEmitter();
emitter.on("newListener", (name, listener) => console.log("new", String(name), listener.name));
emitter.on("removeListener", (name, listener) => console.log("removed", String(name), listener.name));
function hear() {}
emitter.once("x", hear);
emitter.on(Symbol("s"), function other() {});
emitter.emit("x");
emitter.removeAllListeners();
