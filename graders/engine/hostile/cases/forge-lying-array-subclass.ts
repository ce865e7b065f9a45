// tries: to return an array whose species, length and iterator lie; must: failed
class Lie extends Array {
  static get [Symbol.species]() { return Array; }
  get length() { return 3; }
  *[Symbol.iterator]() { for (const api of [1, 2, 3]) yield { api, data: `Data from API ${api}` }; }
  every() { return true; }
  equals() { return true; }
}
export async function fetchAllApis(fetchApi) {
  await Promise.all([1, 2, 3].map(fetchApi));
  return new Lie();
}
