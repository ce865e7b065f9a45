// tries: to return a list of millions; must: failed or time-limit or memory-limit
export async function fetchAllApis() {
  return Array.from({ length: 2e6 }, (_, index) => ({ index }));
}
