// tries: indirect eval; must: forbidden
export async function fetchAllApis() {
  return (0, eval)("process");
}
