// tries: to write into the reader's objects with keys like __proto__; must: failed
export async function fetchAllApis() {
  return JSON.parse('{"__proto__": {"score": 10}, "constructor": {"prototype": {"score": 10}}, "toString": 1, "hasOwnProperty": 1}');
}
