// tries: import() with options and a computed name; must: forbidden
export async function fetchAllApis() {
  return import(["node", "fs"].join(":"), { with: {} });
}
