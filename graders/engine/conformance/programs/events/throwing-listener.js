import { EventEmitter } from "node:events";

const emitter = new EventEmitter();
emitter.on("x", () => {
  throw new Error("listener");
});
emitter.on("x", () => console.log("never"));
try {
  emitter.emit("x");
} catch (error) {
  console.log(error.message);
}
