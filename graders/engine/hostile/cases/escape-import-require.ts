// tries: require; must: forbidden
export async function fetchAllApis() {
  return require("node:fs");
}
