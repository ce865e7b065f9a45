// tries: to fill the heap with closures that wait for ever; must: memory-limit or time-limit or failed
export async function fetchAllApis(fetchApi) {
  const promises = [];
  for (let n = 0; n < 5e6; n++) promises.push(new Promise((resolve) => { promises.last = resolve; }));
  return Promise.race(promises);
}
