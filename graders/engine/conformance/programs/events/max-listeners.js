import { EventEmitter } from "node:events";

const emitter = new EventEmitter();
console.log(emitter.getMaxListeners(), emitter.setMaxListeners(0) === emitter, emitter.getMaxListeners());
for (const limit of [-1, Number.NaN, "5", undefined]) {
  try {
    emitter.setMaxListeners(limit);
  } catch (error) {
    console.log(String(error));
  }
}
