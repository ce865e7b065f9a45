// tries: to return a proxy that is equal to everything; must: failed
const anything = new Proxy(function () {}, {
  get: (_, key) => (key === "then" ? undefined : key === Symbol.toPrimitive ? () => 1 : anything),
  has: () => true,
  apply: () => true,
  getPrototypeOf: () => Array.prototype,
  ownKeys: () => ["length", "prototype"],
});
export async function fetchAllApis(fetchApi) {
  await Promise.all([1, 2, 3].map(fetchApi));
  return anything;
}
