import { AsyncLocalStorage } from "node:async_hooks";
import { EventEmitter } from "node:events";

const storage = new AsyncLocalStorage();
const emitter = new EventEmitter();
storage.run("adds", () => emitter.on("x", () => console.log(storage.getStore())));
storage.run("emits", () => emitter.emit("x"));
