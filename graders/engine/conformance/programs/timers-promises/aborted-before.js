import { setImmediate, setTimeout as sleep } from "node:timers/promises";

const signal = AbortSignal.abort("why");
for (const act of [() => sleep(1, 0, { signal }), () => setImmediate(0, { signal })]) {
  await act().catch((error) => console.log(error.constructor.name, error.cause));
}
