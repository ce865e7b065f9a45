// tries: to hang a service with a proxy that it is called with; must: time-limit or failed
const hang = () => { for (;;); };
const endless = new Proxy({}, new Proxy({}, { get: () => hang }));
export const fetchAllApis = (fetchApi) => fetchApi(endless, { get signal() { return hang(); } });
