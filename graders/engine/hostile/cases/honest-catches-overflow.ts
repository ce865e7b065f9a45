// honest: a deep recursion that it catches itself; must: full marks
export async function fetchAllApis(fetchApi) {
  const deep = (n) => { try { return deep(n + 1); } catch { return n; } };
  if (deep(0) < 100) throw new Error("shallow");
  return Promise.all([1, 2, 3].map((api) => fetchApi(api)));
}
