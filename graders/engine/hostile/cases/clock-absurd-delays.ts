// tries: to upset the clock with delays that are no delays; must: failed
export async function fetchAllApis() {
  const delays = [NaN, Infinity, -Infinity, -1, 2 ** 31, 2 ** 53, 1e308, "5", "x", null, {}, [], () => {}, true, new Date(), 0.5];
  for (const delay of delays) setTimeout(() => {}, delay);
  for (const delay of [10n, Symbol("ms")]) { try { setTimeout(() => {}, delay); } catch {} }
  await new Promise((resolve) => setTimeout(resolve, { valueOf: () => { throw new Error("no number"); } }));
}
