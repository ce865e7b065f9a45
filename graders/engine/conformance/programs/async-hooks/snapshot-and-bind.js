import { AsyncLocalStorage } from "node:async_hooks";

const storage = new AsyncLocalStorage();
const snapshot = storage.run("then", () => AsyncLocalStorage.snapshot());
const bound = storage.run("bound", () => AsyncLocalStorage.bind((...args) => [storage.getStore(), ...args]));
storage.run("now", () =>
  console.log(
    snapshot((...args) => [storage.getStore(), ...args], 1),
    bound(2),
    bound.length,
  ),
);
