// tries: to starve everything with an endless chain of immediates; must: virtual-time-limit or time-limit
export function fetchAllApis() {
  return new Promise(() => { const again = () => setImmediate(again); again(); });
}
