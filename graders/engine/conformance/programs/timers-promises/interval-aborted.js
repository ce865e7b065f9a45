import { setInterval } from "node:timers/promises";

const controller = new AbortController();
try {
  let beats = 0;
  for await (const _ of setInterval(2, null, { signal: controller.signal })) {
    console.log("beat");
    if (++beats === 2) controller.abort();
  }
} catch (error) {
  console.log(error.name, error.cause.name);
}
