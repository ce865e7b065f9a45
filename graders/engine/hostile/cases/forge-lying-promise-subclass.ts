// tries: to answer the host from a subclass of Promise whose species and then lie; must: failed
class Lie extends Promise {
  static get [Symbol.species]() { return Promise; }
  get state() { return "fulfilled"; }
  then(resolve) {
    return super.then(() => resolve([1, 2, 3].map((api) => ({ api, data: `Data from API ${api}` }))));
  }
}
export const fetchAllApis = () => Lie.resolve([]);
