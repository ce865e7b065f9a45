import { EventEmitter } from "node:events";

const emitter = new EventEmitter();
emitter.on("x", function () {
  console.log(this === emitter);
});
emitter.once("x", function () {
  console.log(this === emitter);
});
emitter.emit("x");
