import { EventEmitter } from "node:events";

const emitter = new EventEmitter();
emitter.setMaxListeners(2);
for (let count = 0; count < 4; count++) emitter.on("x", () => {});
process.on("warning", ({ name, count, type, emitter: whose }) =>
  console.log(name, count, type, whose === emitter),
);
