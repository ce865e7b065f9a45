// tries: import() split by comments and line ends; must: forbidden
export async function fetchAllApis() {
  return import /* a */ // b
  ("node:fs");
}
