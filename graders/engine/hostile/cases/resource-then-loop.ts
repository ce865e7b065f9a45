// tries: to hang the host in the reading of then; must: time-limit
export const fetchAllApis = () => ({ get then() { for (;;); } });
