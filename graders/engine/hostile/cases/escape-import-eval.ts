// tries: direct eval; must: forbidden
export async function fetchAllApis() {
  return eval("process");
}
