import { EventEmitter } from "node:events";

function Bus() {
  EventEmitter.call(this);
}
Object.setPrototypeOf(Bus.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Bus, EventEmitter);
const bus = new Bus();
bus.once("x", (value) => console.log(value));
bus.emit("x", 5);
console.log(Bus.defaultMaxListeners, bus.getMaxListeners());
