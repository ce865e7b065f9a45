// tries: to throw undefined; must: failed
export async function fetchAllApis() {
  throw undefined;
}
