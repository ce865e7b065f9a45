// tries: eval with an escape in its name; must: forbidden
export async function fetchAllApis() {
  return \u0065val("process");
}
