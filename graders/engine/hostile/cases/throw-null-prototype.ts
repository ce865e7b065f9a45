// tries: to throw an error without a prototype; must: failed
export async function fetchAllApis() {
  throw Object.setPrototypeOf(new Error('x'), null);
}
