// tries: to throw with no stack left, from inside everything that it is given; must: failed or output-limit or time-limit
export async function fetchAllApis(fetchApi) {
  const dive = (act) => { try { dive(act); } catch { act(); } throw new RangeError("deep"); };
  for (const act of [() => fetchApi(1), () => console.log("x"), () => setTimeout(() => {}, 1), () => new Error("x").stack, () => new AbortController().abort()]) {
    try { dive(act); } catch {}
  }
}
