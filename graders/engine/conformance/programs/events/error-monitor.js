import { EventEmitter, errorMonitor } from "node:events";

const emitter = new EventEmitter();
emitter.on(errorMonitor, (error) => console.log("monitored", error.message));
try {
  emitter.emit("error", new Error("oops"));
} catch (error) {
  console.log("thrown", error.message);
}
emitter.on("error", () => console.log("handled"));
console.log(emitter.emit("error", new Error("again")), String(errorMonitor));
