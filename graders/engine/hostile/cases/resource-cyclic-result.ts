// tries: to return something that contains itself; must: failed
export async function fetchAllApis() {
  const loop = { map: new Map(), set: new Set(), list: [] };
  loop.self = loop;
  loop.map.set(loop, loop.map);
  loop.set.add(loop.set);
  loop.list.push(loop.list, loop);
  return loop;
}
