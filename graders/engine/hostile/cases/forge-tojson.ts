// tries: to be written into the trace as something else, with toJSON; must: failed
export async function fetchAllApis(fetchApi) {
  const right = await Promise.all([1, 2, 3].map((api) => fetchApi(api)));
  return { toJSON: () => right, toString: () => JSON.stringify(right), valueOf: () => right };
}
