// honest: labelled loops and blocks; must: full marks
export async function fetchAllApis(fetchApi) {
  const apis = [];
  outer: for (const a of [0, 1, 2]) {
    inner: for (const b of [0, 1, 2, 3]) {
      if (b === 0) continue inner;
      if (apis.includes(b)) continue;
      apis.push(b);
      if (apis.length === 3) break outer;
      continue outer;
    }
  }
  block: { if (apis.length) break block; throw new Error(); }
  return Promise.all(apis.map((api) => fetchApi(api)));
}
