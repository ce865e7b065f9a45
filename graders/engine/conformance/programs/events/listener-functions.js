import { EventEmitter, getEventListeners, listenerCount } from "node:events";

const [emitter, target] = [new EventEmitter(), new EventTarget()];
const hear = () => {};
emitter.once("x", hear);
target.addEventListener("x", hear);
console.log(getEventListeners(emitter, "x")[0] === hear, getEventListeners(target, "x")[0] === hear);
console.log(listenerCount(emitter, "x"), listenerCount(target, "x"), getEventListeners(target, "none"));
for (const act of [getEventListeners, listenerCount]) {
  try {
    act({}, "x");
  } catch (error) {
    console.log(String(error));
  }
}
