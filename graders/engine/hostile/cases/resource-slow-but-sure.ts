// tries: to stay just within the limit of a run, in each of a hundred runs; must: time-limit or failed
export async function fetchAllApis(fetchApi) {
  for (let i = 0; i < 6e8; i++);
  return Promise.all([1, 2, 3].map((api) => fetchApi(api)));
}
