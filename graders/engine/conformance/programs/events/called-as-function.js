import { EventEmitter } from "node:events";

function Bell(name) {
  EventEmitter.call(this);
  this.name = name;
}
Bell.prototype = Object.create(EventEmitter.prototype);
Bell.prototype.constructor = Bell;
Bell.prototype.ring = function () {
  return this.emit("ring", this.name);
};
const bell = new Bell("front");
bell.on("ring", (name) => console.log(name));
console.log(bell.ring(), bell instanceof EventEmitter, bell.constructor === Bell, Object.keys(bell).join());
