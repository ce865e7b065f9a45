// tries: to overflow the stack; must: failed
export async function fetchAllApis(fetchApi) { return fetchAllApis(fetchApi); }
