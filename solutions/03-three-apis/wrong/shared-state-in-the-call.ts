// fails: apart (shared-state)
// The list is outside while the calls are made: an API that asks others itself replaces it.
let calls: Promise<unknown>[] = [];
export async function fetchAllApis(fetchApi: (api: number) => Promise<unknown>): Promise<unknown[]> {
  calls = [];
  for (const api of [1, 2, 3]) {
    const call = fetchApi(api);
    calls.push(call);
  }
  return Promise.all(calls);
}
