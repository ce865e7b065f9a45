// tries: to throw out of timers, microtasks, listeners and rejections at once; must: crashed
export async function fetchAllApis(fetchApi) {
  const fail = () => { throw null; };
  setTimeout(fail, 1); setImmediate(fail); queueMicrotask(fail); process.nextTick(fail);
  Promise.reject(undefined);
  const target = new EventTarget();
  target.addEventListener("x", fail);
  target.dispatchEvent(new Event("x"));
  return fetchApi(1);
}
