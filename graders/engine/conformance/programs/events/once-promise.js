import { EventEmitter, once } from "node:events";

const emitter = new EventEmitter();
setTimeout(() => emitter.emit("x", 1, 2), 2);
console.log(await once(emitter, "x"), emitter.listenerCount("error"));
setTimeout(() => emitter.emit("error", new Error("failed")), 2);
await once(emitter, "x").catch((error) => console.log(error.message));
setTimeout(() => emitter.emit("error", new Error("wanted")), 2);
const [error] = await once(emitter, "error");
console.log(error.message);
