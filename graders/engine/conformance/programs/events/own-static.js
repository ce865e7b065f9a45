import EventEmitter from "node:events";

class Bus extends EventEmitter {}
Bus.once = () => "mine";
Bus.defaultMaxListeners = 3;
console.log(Bus.once(), EventEmitter.once === Bus.once, Bus.defaultMaxListeners);
