import { EventEmitter } from "node:events";

class Orders extends EventEmitter {
  constructor() {
    super();
    this.emit = this.emit.bind(this);
    this.on = (...args) => super.on(...args);
  }
}
const orders = new Orders();
orders.on("x", (value) => console.log(value));
[1, 2].forEach((value) => orders.emit("x", value));
