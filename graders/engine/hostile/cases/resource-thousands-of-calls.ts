// tries: to make the judge compare thousands of calls with each other; must: output-limit
export async function fetchAllApis(fetchApi) {
  return Promise.allSettled(Array.from({ length: 5000 }, (_, api) => fetchApi(api)));
}
