import { EventEmitter } from "node:events";

const emitter = new EventEmitter();
const second = () => console.log("second");
emitter.on("x", () => {
  emitter.off("x", second);
  emitter.on("x", () => console.log("third"));
});
emitter.on("x", second);
emitter.emit("x");
console.log("again");
emitter.emit("x");
