// honest: a module that imports itself, as circular imports do; must: full marks
import * as own from "./three-apis.ts";
export const all = [1, 2, 3];
export function fetchAllApis(fetchApi) {
  if (own.fetchAllApis !== fetchAllApis) throw new Error("another one");
  return Promise.all(own.all.map((api) => fetchApi(api)));
}
