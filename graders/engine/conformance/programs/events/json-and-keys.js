import { EventEmitter } from "node:events";

class Order extends EventEmitter {
  id = 5;
}
const order = new Order();
console.log(JSON.stringify(order));
order.on("x", () => {}).setMaxListeners(3);
console.log(JSON.stringify(order), Object.keys(order));
