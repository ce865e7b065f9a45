// tries: to answer the host's questions about an error from a proxy in its prototype chain; must: failed
const liar = new Proxy(Error.prototype, {
  getOwnPropertyDescriptor() { throw new Error("a trap of mine ran in the host"); },
  getPrototypeOf() { throw new Error("a trap of mine ran in the host"); },
  get: (target, key) => (key === "name" ? "Error" : target[key]),
});
export async function fetchAllApis() {
  throw Object.setPrototypeOf(new Error("no"), liar);
}
