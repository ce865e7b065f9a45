// tries: to throw a proxy all of whose traps throw; must: failed
export async function fetchAllApis() {
  throw new Proxy(new Error('x'), new Proxy({}, { get() { throw new Error('trap'); } }));
}
