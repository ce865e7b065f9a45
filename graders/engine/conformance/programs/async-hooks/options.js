import { AsyncLocalStorage } from "node:async_hooks";

const storage = new AsyncLocalStorage({ name: "users", defaultValue: "nobody" });
console.log(
  storage.name,
  storage.getStore(),
  storage.run("ada", () => storage.getStore()),
  new AsyncLocalStorage().name,
);
for (const options of [5, null]) {
  try {
    new AsyncLocalStorage(options);
  } catch (error) {
    console.log(String(error));
  }
}
