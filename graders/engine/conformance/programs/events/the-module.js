import events, * as all from "node:events";

console.log(events === all.EventEmitter, events.EventEmitter === events, Object.keys(all).sort().join());
console.log(events.usingDomains, typeof events.init, events.length, events.prototype.on.length);
