// tries: to remember an earlier check on objects that all checks share; must: failed
const KEY = "seen before";
const own = Object.values(Object.getOwnPropertyDescriptors(globalThis)).flatMap(({ get, set }) => [get, set]).filter(Boolean);
const places = [...own, Object.prototype, Array.prototype, Promise, setTimeout, console, AbortSignal.prototype, Math, Intl, Temporal, URL, process, performance, crypto, Error, Date, RegExp];
const before = places.some((place) => place[KEY]);
for (const place of places) {
  try { place[KEY] = true; } catch {}
  try { Object.defineProperty(place, KEY, { value: true }); } catch {}
  try { Reflect.setPrototypeOf(place, { [KEY]: true }); } catch {}
}
export async function fetchAllApis(fetchApi) {
  return before ? Promise.all([1, 2, 3].map((api) => fetchApi(api))) : [];
}
