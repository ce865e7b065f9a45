// tries: to fill every turn with process.nextTick and queueMicrotask; must: time-limit
export const fetchAllApis = () => new Promise(() => {
  const again = () => { process.nextTick(again); };
  queueMicrotask(again);
});
