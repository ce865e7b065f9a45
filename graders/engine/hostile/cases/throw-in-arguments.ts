// tries: to throw in the middle of a service, from an argument's toString; must: failed
export async function fetchAllApis(fetchApi) {
  const evil = { toString() { throw new Error("from inside"); }, valueOf() { throw new Error("from inside"); }, [Symbol.toPrimitive]() { throw new Error("from inside"); } };
  return Promise.all([evil, Symbol("x"), Object.create(null)].map((each) => fetchApi(each)));
}
