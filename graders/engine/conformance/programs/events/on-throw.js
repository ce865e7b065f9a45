import { EventEmitter, on } from "node:events";

const events = on(new EventEmitter(), "x");
try {
  events.throw("text");
} catch (error) {
  console.log(String(error));
}
events.throw(new Error("mine"));
await events.next().catch((error) => console.log(error.message));
console.log(await events.return(), Object.keys(events).join());
