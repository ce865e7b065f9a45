import { EventEmitterAsyncResource } from "node:events";

for (const options of ["text", { name: "n" }, {}, undefined]) {
  try {
    console.log(new EventEmitterAsyncResource(options).constructor.name);
  } catch (error) {
    console.log(String(error));
  }
}
class Mine extends EventEmitterAsyncResource {}
console.log(new Mine() instanceof EventEmitterAsyncResource);
