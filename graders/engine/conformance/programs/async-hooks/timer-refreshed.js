import { AsyncLocalStorage } from "node:async_hooks";

const storage = new AsyncLocalStorage();
const timer = storage.run("maker", () => setTimeout(() => console.log(storage.getStore()), 5));
storage.run("refresher", () => timer.refresh());
