// tries: to make everything identical by patching Object.is and Map; must: crashed
Object.is = () => true;
Map.prototype.get = () => undefined;
export const fetchAllApis = async () => [];
