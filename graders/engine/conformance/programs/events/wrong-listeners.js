import { EventEmitter } from "node:events";

const emitter = new EventEmitter();
for (const method of ["on", "once", "off", "prependListener", "prependOnceListener", "removeListener"]) {
  try {
    emitter[method]("x", "text");
  } catch (error) {
    console.log(String(error));
  }
}
