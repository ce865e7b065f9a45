// tries: to return something a million levels deep; must: failed
export async function fetchAllApis() {
  let deep = [];
  for (let level = 0; level < 1e6; level++) deep = level % 2 ? [deep] : { deep };
  return deep;
}
