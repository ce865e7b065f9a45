// tries: to leave an async context behind that the next check runs in; must: failed
import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";
const storage = new AsyncLocalStorage({ defaultValue: "nobody" });
const before = new AsyncResource("look").asyncId() > 2 || storage.getStore() !== "nobody";
storage.enterWith("I was here");
export async function fetchAllApis(fetchApi) {
  return before ? Promise.all([1, 2, 3].map((api) => fetchApi(api))) : [];
}
