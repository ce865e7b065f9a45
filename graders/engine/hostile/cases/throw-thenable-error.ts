// tries: to throw an error that is a thenable; must: failed
export async function fetchAllApis() {
  throw Object.assign(new Error('x'), { then(resolve) { resolve([1, 2, 3]); } });
}
