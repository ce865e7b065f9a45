// tries: to feed the host other lists by patching the array iterator; must: crashed
Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true, value: undefined });
Array.prototype[Symbol.iterator] = function* () {};
export const fetchAllApis = async () => [];
