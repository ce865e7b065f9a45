// tries: to return a map, a set and a typed array of millions; must: failed or time-limit or memory-limit or output-limit
export async function fetchAllApis() {
  const numbers = Array.from({ length: 3e5 }, (_, index) => index);
  return [new Map(numbers.map((each) => [each, each])), new Set(numbers), new Float64Array(2e6), new Array(4e9)];
}
