import { AsyncLocalStorage, AsyncResource, executionAsyncId } from "node:async_hooks";

const storage = new AsyncLocalStorage();
class Job extends AsyncResource {
  constructor() {
    super("JOB", { triggerAsyncId: 3 });
  }
}
const job = storage.run("made", () => new Job());
console.log(job.triggerAsyncId(), typeof job.asyncId(), job.emitDestroy() === job);
job.runInAsyncScope(
  function (value) {
    console.log(storage.getStore(), this.self, value, executionAsyncId() === job.asyncId());
  },
  { self: true },
  5,
);
