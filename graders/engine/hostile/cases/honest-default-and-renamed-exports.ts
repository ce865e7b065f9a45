// honest: exports by other names beside the graded one; must: full marks
const all = (fetchApi) => Promise.all([1, 2, 3].map((api) => fetchApi(api)));
export { all as fetchAllApis, all as default, all as "some other name" };
export type Api = 1 | 2 | 3;
export const version = "1.0";
