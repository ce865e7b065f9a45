const names = [];
for (const name in new Event("x")) names.push(name);
console.log(names.sort().join(), Object.keys(new Event("x")).join());
const methods = [];
for (const name in new EventTarget()) methods.push(name);
console.log(methods.join(), Event.AT_TARGET, Event.prototype.AT_TARGET);
