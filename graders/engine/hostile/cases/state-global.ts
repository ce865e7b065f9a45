// tries: to remember an earlier check in a global or a module's variable; must: failed
globalThis.runs = (globalThis.runs ?? 0) + 1;
let calls = 0;
export async function fetchAllApis(fetchApi) {
  calls++;
  if (globalThis.runs > 1 || calls > 1) return Promise.all([1, 2, 3].map((api) => fetchApi(api)));
  return [];
}
