import { EventEmitter } from "node:events";

const emitter = new EventEmitter({ captureRejections: true });
process.on("unhandledRejection", (reason) => console.log("unhandled", reason.message));
emitter.on("error", async () => Promise.reject(new Error("second")));
emitter.on("x", async () => Promise.reject(new Error("first")));
emitter.emit("x");
