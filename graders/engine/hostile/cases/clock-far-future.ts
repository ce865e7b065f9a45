// tries: to wait for weeks; must: virtual-time-limit
export async function fetchAllApis(fetchApi) {
  await new Promise((resolve) => setTimeout(resolve, 2 ** 31 - 1));
  return fetchApi(1);
}
