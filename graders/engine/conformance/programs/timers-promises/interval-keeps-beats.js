import { setInterval, setTimeout as sleep } from "node:timers/promises";

const beats = setInterval(10);
await beats.next();
await sleep(55);
const order = [];
sleep(1).then(() => order.push("slept"));
for (let beat = 0; beat < 3; beat++) await beats.next().then(() => order.push(`beat ${beat}`));
await sleep(5);
console.log(order.join());
await beats.return();
