// tries: to throw a symbol; must: failed
export async function fetchAllApis() {
  throw Symbol('\u001b[31mred');
}
