import { EventEmitter, on } from "node:events";

const emitter = new EventEmitter();
const events = on(emitter, "x");
emitter.emit("x", "kept");
emitter.emit("error", new Error("then"));
console.log(await events.next());
await events.next().catch((error) => console.log(error.message));
console.log(await events.next());
