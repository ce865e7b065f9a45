import { AsyncLocalStorage } from "node:async_hooks";

const storage = new AsyncLocalStorage();
storage.run("outer", () => {
  {
    using scope = storage.withScope("inner");
    console.log(storage.getStore(), scope.constructor.name);
  }
  console.log(storage.getStore());
  const scope = storage.withScope("other");
  scope.dispose();
  scope.dispose();
  console.log(storage.getStore());
});
