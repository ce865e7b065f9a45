import { EventEmitter } from "node:events";

const emitter = new EventEmitter();
const hear = () => "heard";
emitter.once("x", hear);
const [raw] = emitter.rawListeners("x");
console.log(
  emitter.listeners("x")[0] === hear,
  raw === hear,
  raw.listener === hear,
  raw(),
  emitter.listenerCount("x"),
);
emitter
  .on("y", hear)
  .on("y", hear)
  .on("y", () => {});
console.log(emitter.listenerCount("y", hear), emitter.listenerCount("y", null), emitter.listeners("none"));
