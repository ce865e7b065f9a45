import { EventEmitter } from "node:events";

const object = { __proto__: EventEmitter.prototype };
object.on("x", () => console.log("mixed in"));
object.emit("x");
console.log(Object.keys(object).join(), object._eventsCount);
