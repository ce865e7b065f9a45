// honest: globals of its own, that are frozen and deleted; must: full marks
const all = Promise.all.bind(Promise);
globalThis.helper = (fetchApi) => (api) => fetchApi(api);
for (const name of ["setTimeout", "console", "Date", "Map"]) delete globalThis[name];
Object.freeze(globalThis);
export const fetchAllApis = (fetchApi) => all([1, 2, 3].map(helper(fetchApi)));
