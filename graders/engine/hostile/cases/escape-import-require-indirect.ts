// tries: require without a call; must: forbidden
export async function fetchAllApis() {
  return (0, require)("node:fs");
}
