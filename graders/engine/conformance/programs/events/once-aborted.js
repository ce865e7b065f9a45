import { EventEmitter, once } from "node:events";

const emitter = new EventEmitter();
const controller = new AbortController();
const waiting = once(emitter, "x", { signal: controller.signal });
controller.abort("reason");
await waiting.catch((error) => console.log(error.name, error.cause, emitter.eventNames().length));
await once(emitter, "x", { signal: AbortSignal.abort() }).catch((error) => console.log(error.code));
await once(emitter, "x", null).catch((error) => console.log(String(error)));
