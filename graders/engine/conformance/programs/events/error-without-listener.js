import { EventEmitter } from "node:events";

const emitter = new EventEmitter();
for (const reason of [new RangeError("mine"), "text", { code: 5 }, undefined, null]) {
  try {
    emitter.emit("error", reason);
  } catch (error) {
    console.log(error.name, error.message, error.code, error === reason, "context" in error);
  }
}
