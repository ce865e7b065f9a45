import { EventEmitter } from "node:events";

const emitter = new EventEmitter();
emitter.on("x", () => {}).on("x", function named() {});
console.log(emitter);
