// tries: to remember in settings of node:events, Intl and the console; must: failed
import EventEmitter, { defaultMaxListeners, setMaxListeners } from "node:events";
const before = EventEmitter.defaultMaxListeners !== 10 || defaultMaxListeners !== 10 || new EventEmitter().emit("x") ||
  EventEmitter.once === "mine" || console.log === "mine" || Date.now === "mine" || process.env.MINE || Array.prototype.length > 0;
EventEmitter.prototype.emit = () => true;
EventEmitter.once = "mine";
console.log = Date.now = "mine";
process.env.MINE = "mine";
Array.prototype.length = 5;
EventEmitter.defaultMaxListeners = 77;
setMaxListeners(77);
console.count("seen");
console.group("forever");
try {
  EventEmitter.prototype.on.call(Object.prototype, "x", () => {});
} catch {}
const heard = EventEmitter.prototype.listenerCount.call(Object.prototype, "x") > 1;
export async function fetchAllApis(fetchApi) {
  return before || heard ? Promise.all([1, 2, 3].map((api) => fetchApi(api))) : [];
}
