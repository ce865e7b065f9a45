import { EventEmitter } from "node:events";

const store = Object.assign({ value: 1 }, EventEmitter.prototype);
store.on("set", (value) => {
  store.value = value;
});
store.emit("set", 7);
console.log(store.value, store.listenerCount("set"), "on" in { ...EventEmitter.prototype });
