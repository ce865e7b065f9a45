// tries: to return something a million levels deep; must: failed or time-limit or memory-limit
export async function fetchAllApis() {
  let deep = [];
  for (let level = 0; level < 1e6; level++) deep = level % 2 ? [deep] : { deep };
  return deep;
}
