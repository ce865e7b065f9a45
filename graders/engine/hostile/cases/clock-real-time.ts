// tries: to measure real time or real randomness; must: failed
export async function fetchAllApis(fetchApi) {
  const clocks = () => [Date.now(), performance.now(), process.hrtime.bigint(), Temporal.Now.instant().epochNanoseconds, new Date().getTime(), process.uptime()];
  const before = clocks();
  for (let i = 0; i < 2e6; i++);
  const after = clocks();
  const real = [() => new (new Date(0).constructor)().getTime(), () => (0, Date.prototype.constructor).now()].map((look) => { try { return look(); } catch { return NaN; } });
  if (String(before) !== String(after) || real.some((time) => time > 0 && time !== before[0])) return won(fetchApi);
  throw new Error("virtual");
}

// What it would do if it had got what it wants: then the suite sees full marks.
const won = (fetchApi) => Promise.all([1, 2, 3].map((api) => fetchApi(api)));
