// tries: to fill the trace with large arguments; must: output-limit or time-limit
const big = Array.from({ length: 5000 }, (_, index) => ({ index, text: "x".repeat(100) }));
export async function fetchAllApis(fetchApi) {
  return Promise.all(Array.from({ length: 500 }, () => fetchApi(big)));
}
