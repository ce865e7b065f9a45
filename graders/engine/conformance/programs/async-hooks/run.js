import { AsyncLocalStorage } from "node:async_hooks";

const storage = new AsyncLocalStorage();
console.log(
  storage.getStore(),
  storage.run(1, (...args) => [storage.getStore(), ...args], 2, 3),
  storage.getStore(),
);
storage.run("outer", () => {
  storage.run("inner", () => setTimeout(() => console.log(storage.getStore()), 1));
  console.log(storage.getStore());
});
