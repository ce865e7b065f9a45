// tries: require with an escape in its name; must: forbidden
export async function fetchAllApis() {
  return requir\u0065("node:fs");
}
