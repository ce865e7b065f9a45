import { AsyncLocalStorage } from "node:async_hooks";
import { EventEmitterAsyncResource } from "node:events";

const user = new AsyncLocalStorage();
class Jobs extends EventEmitterAsyncResource {}
const jobs = user.run("ada", () => new Jobs({ name: "Jobs" }));
jobs.on("x", (value) => console.log(user.getStore(), value));
user.run("bob", () => jobs.emit("x", 1));
console.log(typeof jobs.asyncId, typeof jobs.triggerAsyncId, jobs.asyncResource.eventEmitter === jobs);
console.log(jobs.asyncResource.constructor.name, jobs.emitDestroy());
