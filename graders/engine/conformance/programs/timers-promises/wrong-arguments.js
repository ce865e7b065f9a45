import { setImmediate, setInterval, setTimeout as sleep } from "node:timers/promises";

const acts = [
  () => sleep("5"),
  () => sleep(1, 0, null),
  () => sleep(1, 0, { signal: {} }),
  () => sleep(1, 0, { ref: "yes" }),
  () => setImmediate(0, 5),
  () => setInterval("5").next(),
  () => setInterval(1, 0, { ref: 1 }).next(),
];
for (const act of acts) await act().then(console.log, (error) => console.log(String(error)));
