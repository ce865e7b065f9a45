// honest: an export that is bound and behind a proxy; must: full marks
const counted = { calls: 0, run(fetchApi) { this.calls++; return Promise.all([1, 2, 3].map((api) => fetchApi(api))); } };
export const fetchAllApis = new Proxy(counted.run.bind(counted), { apply: (target, self, args) => Reflect.apply(target, self, args) });
