// tries: to reject where nobody listens, after it has settled; must: failed or crashed
export async function fetchAllApis(fetchApi) {
  setTimeout(() => { Promise.reject(Object.create(null)); }, 5000);
  return Promise.all([1, 2, 3].map((api) => fetchApi(api)));
}
