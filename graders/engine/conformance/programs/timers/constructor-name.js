const timer = setTimeout(() => {}, 1);
console.log(timer.constructor.name, typeof timer, typeof timer[Symbol.toPrimitive]());
console.log(Object.prototype.toString.call(timer), setImmediate(() => {}).constructor.name);
