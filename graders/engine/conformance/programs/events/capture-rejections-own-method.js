import { captureRejectionSymbol, EventEmitter } from "node:events";

class Desk extends EventEmitter {
  constructor() {
    super({ captureRejections: true });
  }
  [captureRejectionSymbol](error, name, ...args) {
    console.log(error.message, name, ...args);
  }
}
const desk = new Desk();
desk.on("go", async () => Promise.reject(new Error("no")));
desk.emit("go", 1, 2);
console.log(captureRejectionSymbol === Symbol.for("nodejs.rejection"));
