import { AsyncLocalStorage } from "node:async_hooks";

const storage = new AsyncLocalStorage();
storage.enterWith(5);
console.log(
  storage.getStore(),
  storage.exit(() => storage.getStore()),
  storage.getStore(),
);
await null;
console.log(storage.getStore());
storage.disable();
console.log(
  storage.getStore(),
  storage.run(6, () => storage.getStore()),
);
