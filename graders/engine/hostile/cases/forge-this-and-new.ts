// tries: to get at the host's this by calling and constructing what it hands out; must: failed
export async function fetchAllApis(fetchApi) {
  const seen = [];
  (function () { seen.push(this); })();
  for (const attempt of [() => new fetchApi(1), () => fetchApi.call(globalThis, 1), () => Reflect.construct(Object, [], fetchApi)]) {
    try { seen.push(attempt()); } catch {}
  }
  return seen.some((each) => each?.process?.pid ?? each?.clock) ? won(fetchApi) : [];
}

// What it would do if it had got what it wants: then the suite sees full marks.
const won = (fetchApi) => Promise.all([1, 2, 3].map((api) => fetchApi(api)));
