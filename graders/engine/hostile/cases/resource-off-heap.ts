// tries: to use up memory beside the heap; must: failed or memory-limit or time-limit
export async function fetchAllApis() {
  const all = [];
  for (;;) all.push(new Uint8Array(64e6).fill(1));
}
