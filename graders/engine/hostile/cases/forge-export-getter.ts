// tries: to export another function at each look; must: failed
let looks = 0;
const table = { fetchAllApis: async () => ++looks };
export { table as default };
export let fetchAllApis = async (fetchApi) => {
  fetchAllApis = async () => [];
  return [await fetchApi(1)];
};
