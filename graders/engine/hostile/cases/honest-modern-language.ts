// honest: using, iterator helpers, async generators, groupBy, withResolvers and Promise.try; must: full marks
export async function fetchAllApis(fetchApi) {
  const { promise, resolve } = Promise.withResolvers();
  using guard = { [Symbol.dispose]() {} };
  await using later = { async [Symbol.asyncDispose]() {} };
  async function* started() { for (const call of [1, 2, 3].map((api) => fetchApi(api))) yield call; }
  const calls = [1, 2, 3].values().filter((api) => api > 0).map((api) => Promise.try(() => fetchApi(api))).toArray();
  resolve(Object.groupBy([1, 2, 3], (api) => (api % 2 ? "odd" : "even")));
  if ((await promise).odd.length !== 2 || RegExp.escape("a.b") === "a.b" || new Set([1]).union(new Set([2])).size !== 2) throw new Error("old");
  return Promise.all(calls);
}
