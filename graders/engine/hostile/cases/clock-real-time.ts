// tries: to measure real time or real randomness; must: failed
export async function fetchAllApis() {
  const clocks = () => [Date.now(), performance.now(), process.hrtime.bigint(), Temporal.Now.instant().epochNanoseconds, new Date().getTime(), process.uptime()];
  const before = clocks();
  for (let i = 0; i < 2e6; i++);
  const after = clocks();
  const real = [() => new (new Date(0).constructor)().getTime(), () => (0, Date.prototype.constructor).now()].map((look) => { try { return look(); } catch { return NaN; } });
  if (String(before) !== String(after) || real.some((time) => time > 0 && time !== before[0])) return "real time";
  throw new Error("virtual");
}
