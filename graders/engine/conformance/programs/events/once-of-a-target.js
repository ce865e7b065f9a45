import { once } from "node:events";

const target = new EventTarget();
setTimeout(() => target.dispatchEvent(new Event("x")), 1);
const [event] = await once(target, "x");
console.log(event.type, event.target === target);
await once({}, "x").catch((error) => console.log(String(error)));
