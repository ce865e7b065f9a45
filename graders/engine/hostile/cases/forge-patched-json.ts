// tries: to rewrite the trace on its way out by patching JSON.stringify; must: crashed
const stringify = JSON.stringify;
JSON.stringify = (value) => stringify({ ...value, end: "quiet" });
export const fetchAllApis = async () => [];
