// tries: to settle twice, with a thenable that answers again and again; must: failed
export function fetchAllApis(fetchApi) {
  const right = [1, 2, 3].map((api) => ({ api, data: `Data from API ${api}` }));
  return {
    then(resolve) {
      resolve([]);
      setTimeout(() => resolve(right), 1000);
    },
  };
}
