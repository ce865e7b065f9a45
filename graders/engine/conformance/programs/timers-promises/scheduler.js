import { scheduler } from "node:timers/promises";

const order = [];
scheduler.wait(300).then(() => order.push("waited"));
await scheduler.yield();
order.push("yielded");
await scheduler.wait(500);
console.log(order.join(), scheduler.constructor.name);
