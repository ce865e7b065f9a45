// tries: to be asked for a promise's constructor, and to answer with one of its own; must: failed
class Mine {
  constructor(executor) { executor((value) => { this.value = value; }, () => {}); }
  static resolve() { return new Mine(() => {}); }
  then(resolve) { resolve([1, 2, 3].map((api) => ({ api, data: `Data from API ${api}` }))); }
}
export const fetchAllApis = () => Object.defineProperty(Promise.resolve([]), "constructor", { get: () => Mine });
