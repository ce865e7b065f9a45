// tries: to throw an error whose getters throw; must: failed
export async function fetchAllApis() {
  throw Object.defineProperties(new Error('x'), Object.fromEntries(['name', 'message', 'stack', 'cause', 'errors', 'toString'].map((key) => [key, { get() { throw new Error(key); }, enumerable: true }])));
}
