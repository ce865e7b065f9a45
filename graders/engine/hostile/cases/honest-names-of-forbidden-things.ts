// honest: properties, methods and locals that are called like forbidden things; must: full marks
class Loader {
  eval(api) { return this.require(api); }
  require(api) { return this.import(api); }
  import(api) { return this.#eval(api); }
  #eval(api) { return this.fetchApi(api); }
  constructor(public fetchApi) {}
}
export function fetchAllApis(fetchApi) {
  const require = new Loader(fetchApi);
  const source = { import: 1, eval: 2, "import.meta": 3 };
  return Promise.all([source.import, source.eval, source["import.meta"]].map((api) => require.eval(api)));
}
