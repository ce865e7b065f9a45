// tries: to return a proxy of the right array that counts who reads it; must: failed
export async function fetchAllApis(fetchApi) {
  const right = await Promise.all([1, 2, 3].map((api) => fetchApi(api)));
  return new Proxy(right, { get: (target, key) => (key === "then" ? undefined : Reflect.get(target, key)) });
}
