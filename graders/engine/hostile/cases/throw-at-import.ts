// tries: to throw something hostile while it is loaded; must: crashed
throw new Proxy({}, { get() { throw new Error("trap"); }, getPrototypeOf() { throw new Error("trap"); } });
export const fetchAllApis = async () => [];
