import { AsyncLocalStorage } from "node:async_hooks";

const storage = new AsyncLocalStorage();
async function each(values) {
  for (const value of values) {
    using _ = storage.withScope(value);
    await null;
    console.log(storage.getStore());
  }
}
await each([1, 2]);
console.log(storage.getStore());
