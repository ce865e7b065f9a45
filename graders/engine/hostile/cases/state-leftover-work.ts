// tries: to go on working after the check is over; must: failed or virtual-time-limit
export async function fetchAllApis(fetchApi) {
  setInterval(() => { fetchApi(9).then(() => fetchApi(9)); }, 100);
  (async () => { for (let n = 0; n < 1e4; n++) await new Promise((resolve) => setImmediate(resolve)); })();
  return [];
}
