// tries: to use up the heap; must: memory-limit or time-limit
export async function fetchAllApis() {
  const all = [];
  for (;;) all.push({ all: [...all.slice(-99)] });
}
