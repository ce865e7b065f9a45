function Later(executor) {
  return Object.setPrototypeOf(new Promise(executor), Later.prototype);
}
Later.prototype = Object.create(Promise.prototype);
Later.prototype.constructor = Later;
Later.prototype.spread = function (act) {
  return this.then((list) => act(...list));
};
Object.setPrototypeOf(Later, Promise);
console.log(await new Later((resolve) => resolve([1, 2])).spread((a, b) => a + b));
