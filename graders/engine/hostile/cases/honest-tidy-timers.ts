// honest: timers that it makes and clears, also by number and twice; must: full marks
export async function fetchAllApis(fetchApi) {
  const timer = setTimeout(() => {}, 60_000);
  const number = +setInterval(() => {}, 10);
  clearTimeout(number); clearTimeout(timer); clearTimeout(timer); clearImmediate(setImmediate(() => {})); clearTimeout(undefined); clearTimeout("nothing");
  return Promise.all([1, 2, 3].map((api) => fetchApi(api)));
}
