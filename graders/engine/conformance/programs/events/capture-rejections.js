import { EventEmitter } from "node:events";

const emitter = new EventEmitter({ captureRejections: true });
emitter.on("error", (error) => console.log("error", error.message));
emitter.on("x", async (value) => {
  throw new Error(value);
});
console.log(emitter.emit("x", "lost"));
