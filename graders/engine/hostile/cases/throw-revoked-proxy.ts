// tries: to throw a revoked proxy; must: failed
export async function fetchAllApis() {
  throw (() => { const { proxy, revoke } = Proxy.revocable(new Error('x'), {}); revoke(); return proxy; })();
}
