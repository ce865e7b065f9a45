// tries: to hide code behind HTML comments, which the script's parse and the check's may read differently; must: compile-error or failed
export async function fetchAllApis() {
  let hidden = 1
  <!-- hidden = 2
  return hidden;
}
