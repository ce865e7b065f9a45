import { EventEmitter } from "node:events";

for (const captureRejections of [0, "yes", {}]) {
  try {
    new EventEmitter({ captureRejections });
    console.log("accepted");
  } catch (error) {
    console.log(error.code);
  }
}
