// tries: to throw null; must: failed
export async function fetchAllApis() {
  throw null;
}
