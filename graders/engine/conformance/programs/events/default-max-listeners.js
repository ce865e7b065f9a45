import { EventEmitter, getMaxListeners, setMaxListeners } from "node:events";

const [emitter, target] = [new EventEmitter(), new EventTarget()];
setMaxListeners(5, emitter, target);
console.log(getMaxListeners(emitter), getMaxListeners(target), EventEmitter.defaultMaxListeners);
EventEmitter.defaultMaxListeners = 20;
console.log(
  getMaxListeners(new EventEmitter()),
  getMaxListeners(emitter),
  getMaxListeners(new AbortController().signal),
);
try {
  getMaxListeners({});
} catch (error) {
  console.log(String(error));
}
