import { scheduler } from "node:timers/promises";

const { wait } = scheduler;
try {
  await wait.call({}, 1);
} catch (error) {
  console.log(error.name, error.code, error.message);
}
try {
  new scheduler.constructor();
} catch (error) {
  console.log(error.code);
}
