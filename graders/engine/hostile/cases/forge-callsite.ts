// tries: to reach the host's functions through CallSites of a prepared stack; must: crashed
let sites = [];
Error.prepareStackTrace = (_, given) => { sites = given; return given; };
void new Error("look").stack;
const host = sites.map((site) => [site.getThis?.(), site.getFunction?.()]).flat().find((thing) => thing?.constructor);
if (!host) throw new Error("no CallSites");
export const fetchAllApis = async () => [];
