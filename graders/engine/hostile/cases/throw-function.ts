// tries: to throw a function with a lying name; must: failed
export async function fetchAllApis() {
  throw Object.defineProperty(() => {}, 'name', { get: () => 'x' });
}
