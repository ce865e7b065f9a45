import { EventEmitter } from "node:events";

const emitter = new EventEmitter();
for (const name of ["a", "b", "a"]) emitter.on(name, () => {});
console.log(emitter.removeAllListeners("a") === emitter, emitter.eventNames(), emitter.listenerCount("a"));
emitter.removeAllListeners();
console.log(emitter.eventNames(), emitter._eventsCount);
