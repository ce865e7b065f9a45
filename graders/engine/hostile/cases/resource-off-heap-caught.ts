// tries: to hold on to all memory that there is, and go on; must: failed or memory-limit or time-limit
const all = [];
export async function fetchAllApis() {
  for (let size = 2 ** 30; size > 1; size /= 2) {
    try { for (;;) all.push(new ArrayBuffer(size)); } catch {}
  }
  return all.length;
}
