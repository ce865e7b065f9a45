import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";
import { EventEmitter } from "node:events";

const bases = [
  EventEmitter,
  EventTarget,
  Event,
  CustomEvent,
  AbortController,
  AbortSignal,
  DOMException,
  URL,
  URLSearchParams,
];
bases.push(TextEncoder, TextDecoder, AsyncLocalStorage, AsyncResource, MessageChannel, MessagePort);
const failed = [];
for (const Base of bases) {
  function Old() {}
  try {
    Old.prototype = Object.create(Base.prototype);
    Old.prototype.constructor = Old;
    Old.prototype.toString = () => "old style";
    const made = new Old();
    if (made.constructor !== Old || `${made}` !== "old style" || !(made instanceof Base))
      throw new Error("not as it should be");
    class New extends Base {}
    New.extra = 1;
    New.prototype.more = () => "more";
    if (New.prototype.more() !== "more" || New.extra !== 1) throw new Error("no subclass");
  } catch (error) {
    failed.push(`${Base.name}: ${error.message}`);
  }
}
console.log(bases.length, failed.join() || "none failed");
