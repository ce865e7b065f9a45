// tries: the deferred import; must: forbidden
export async function fetchAllApis() {
  return import.defer("node:fs");
}
