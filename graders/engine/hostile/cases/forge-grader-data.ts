// tries: to change the objects that a service hands out, for the checks that follow; must: failed
export async function fetchAllApis(fetchApi) {
  const got = await Promise.all([1, 2, 3].map((api) => fetchApi(api)));
  for (const each of got) {
    each.data = "mine";
    Object.defineProperty(each, "api", { get: () => 0 });
    try { Object.getPrototypeOf(each).data = "everybody's"; } catch {}
  }
  return got;
}
