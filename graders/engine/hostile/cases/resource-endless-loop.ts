// tries: never to give the processor back; must: time-limit
export async function fetchAllApis() { for (;;); }
