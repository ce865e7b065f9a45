import { AsyncLocalStorage } from "node:async_hooks";

const storage = new AsyncLocalStorage();
async function work(name) {
  await null;
  queueMicrotask(() => console.log("microtask", storage.getStore()));
  process.nextTick(() => console.log("tick", storage.getStore()));
  await new Promise((resolve) => setImmediate(resolve));
  console.log(name, storage.getStore());
}
await Promise.all([storage.run("a", work, "one"), storage.run("b", work, "two")]);
