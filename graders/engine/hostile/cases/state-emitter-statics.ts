// tries: to remember in settings of node:events, Intl and the console; must: failed
import EventEmitter, { defaultMaxListeners, setMaxListeners } from "node:events";
const before = EventEmitter.defaultMaxListeners !== 10 || defaultMaxListeners !== 10;
EventEmitter.defaultMaxListeners = 77;
setMaxListeners(77);
console.count("seen");
console.group("forever");
EventEmitter.prototype.on.call(Object.prototype, "x", () => {});
const heard = EventEmitter.prototype.listenerCount.call(Object.prototype, "x") > 1;
export async function fetchAllApis(fetchApi) {
  return before || heard ? Promise.all([1, 2, 3].map((api) => fetchApi(api))) : [];
}
