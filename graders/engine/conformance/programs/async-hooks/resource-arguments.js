import { AsyncResource } from "node:async_hooks";

for (const args of [[5], ["X", { triggerAsyncId: -2 }], ["X", { triggerAsyncId: "1" }], ["X", 5]]) {
  try {
    console.log(new AsyncResource(...args).triggerAsyncId());
  } catch (error) {
    console.log(String(error));
  }
}
