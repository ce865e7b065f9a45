// tries: to fill every turn with microtasks; must: time-limit
export async function fetchAllApis() { for (;;) await null; }
