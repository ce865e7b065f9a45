// tries: import() of a file; must: forbidden
export async function fetchAllApis() {
  return import("node:fs");
}
