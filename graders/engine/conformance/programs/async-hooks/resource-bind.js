import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";

const storage = new AsyncLocalStorage();
function told(a, b) {
  return [storage.getStore(), this?.name, a, b];
}
const bound = storage.run("one", () => AsyncResource.bind(told));
console.log(bound.call({ name: "self" }, 1, 2), bound.length);
const other = storage.run("two", () => new AsyncResource("X").bind(told, { name: "fixed" }));
console.log(other(3, 4));
