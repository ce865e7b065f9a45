// tries: to set a million timers; must: time-limit or failed or memory-limit or output-limit
export async function fetchAllApis(fetchApi) {
  for (let ms = 0; ms < 1e6; ms++) setTimeout(() => {}, ms);
  return fetchApi(1);
}
