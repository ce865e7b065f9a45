import { EventEmitter } from "node:events";

console.log(EventEmitter.captureRejections);
EventEmitter.captureRejections = true;
const emitter = new EventEmitter();
emitter.on("x", async () => Promise.reject(new Error("caught")));
emitter.on("error", (error) => console.log(error.message));
emitter.emit("x");
try {
  EventEmitter.captureRejections = 5;
} catch (error) {
  console.log(String(error));
}
