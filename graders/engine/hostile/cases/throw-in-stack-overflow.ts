// tries: to throw with no stack left, from inside everything that it is given; must: failed
export async function fetchAllApis(fetchApi) {
  const acts = [
    () => fetchApi(1),
    () => console.log("x"),
    () => setTimeout(() => {}, 1),
    () => new Error("x").stack,
    () => new AbortController().abort(),
  ];
  for (const act of acts) {
    // In the deepest frames: each act meets the end of the stack at every depth of its own.
    let tries = 300;
    const dive = () => {
      try { dive(); } catch { if (tries-- > 0) act(); }
      if (tries > 0) throw new RangeError("deep");
    };
    try { dive(); } catch {}
  }
}
