// tries: to make the host print a number of a million digits; must: output-limit
export async function fetchAllApis(fetchApi) {
  console.log(2n ** 4_000_000n);
  return 2n ** 4_000_000n;
}
