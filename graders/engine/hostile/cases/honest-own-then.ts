// honest: a right promise whose then is its own, and passes on; must: full marks
export function fetchAllApis(fetchApi) {
  const promise = Promise.all([1, 2, 3].map((api) => fetchApi(api)));
  const then = promise.then.bind(promise);
  let asked = 0;
  return { then(resolve, reject) { asked++; return then(resolve, reject); }, get asked() { return asked; } };
}
