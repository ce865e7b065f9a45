// tries: to call a service a million times; must: output-limit or time-limit or memory-limit
export async function fetchAllApis(fetchApi) {
  for (let api = 0; api < 1e6; api++) fetchApi(api).catch(() => {});
}
