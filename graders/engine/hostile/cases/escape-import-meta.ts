// tries: import.meta; must: forbidden
export async function fetchAllApis() {
  return import.meta.url;
}
