import { AsyncLocalStorage } from "node:async_hooks";

const storage = new AsyncLocalStorage();
async function* stores() {
  while (true) {
    yield storage.getStore();
    await null;
  }
}
const source = stores();
console.log(await storage.run("a", async () => (await source.next()).value));
console.log(await storage.run("b", async () => (await source.next()).value));
