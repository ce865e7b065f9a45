// honest: names and texts in all scripts, and odd white space; must: full marks
const größe = 3, 数 = [1, 2, 3], \u0061bc = "👩‍👩‍👧 ä é   ‮";
export const fetchAllApis = async (fetchApi: (api: number) => Promise<unknown>) => {
  const ʻokina = 数.map((𝒳) => fetchApi(𝒳));
  if (größe !== ʻokina.length || [...abc].length !== 13) throw new Error(`${[...abc].length}`);
  return Promise.all(ʻokina);
};
