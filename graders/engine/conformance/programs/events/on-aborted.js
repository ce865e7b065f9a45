import { EventEmitter, on } from "node:events";

const emitter = new EventEmitter();
const controller = new AbortController();
setTimeout(() => controller.abort(), 2);
try {
  for await (const _ of on(emitter, "x", { signal: controller.signal }));
} catch (error) {
  console.log(error.name, error.code);
}
