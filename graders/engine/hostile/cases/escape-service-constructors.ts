// tries: to reach the host through the service, its promise, its result and its error; must: failed
export async function fetchAllApis(fetchApi) {
  const promise = fetchApi(1);
  const things = [fetchApi, promise, promise.then, promise.constructor, await promise.catch((error) => error)];
  try { fetchApi(Symbol()); } catch (error) { things.push(error); }
  const out = things.map((thing) => { try { return thing.constructor.constructor("return process")(); } catch { return undefined; } });
  return out.some(Boolean) ? won(fetchApi) : out;
}

// What it would do if it had got what it wants: then the suite sees full marks.
const won = (fetchApi) => Promise.all([1, 2, 3].map((api) => fetchApi(api)));
