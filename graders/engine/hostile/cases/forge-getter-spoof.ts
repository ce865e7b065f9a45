// tries: to show the judge other data at each look, with getters; must: failed
export async function fetchAllApis(fetchApi) {
  await Promise.all([1, 2, 3].map((api) => fetchApi(api)));
  let looks = 0;
  return [1, 2, 3].map((api) => ({
    get api() { looks++; return api; },
    get data() { return looks > 3 ? `Data from API ${api}` : "whatever you want"; },
  }));
}
