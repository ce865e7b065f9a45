import { EventEmitter } from "node:events";

class A extends EventEmitter {
  emit(name, ...args) {
    console.log("emits", name);
    return super.emit(name, ...args);
  }
}
class B extends A {
  #secret = 5;
  constructor() {
    super({ captureRejections: true });
    this.on("x", this.hear);
  }
  hear = () => console.log(this.#secret);
}
new B().emit("x");
console.log(B.name, Object.getPrototypeOf(B).name, Object.prototype.toString.call(new B()));
