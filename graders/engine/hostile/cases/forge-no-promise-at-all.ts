// tries: to pass with a synchronous answer that looks like a promise; must: failed
export function fetchAllApis() {
  return Object.create(Promise.prototype, { then: { value: undefined }, state: { value: "fulfilled" } });
}
