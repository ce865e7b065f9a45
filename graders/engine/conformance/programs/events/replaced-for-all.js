import { EventEmitter } from "node:events";

const { emit } = EventEmitter.prototype;
EventEmitter.prototype.emit = function (name, ...args) {
  console.log("emit", name);
  return emit.call(this, name, ...args);
};
new EventEmitter().on("x", () => console.log("heard")).emit("x");
EventEmitter.prototype.emit = emit;
new EventEmitter().on("y", () => console.log("heard")).emit("y");
