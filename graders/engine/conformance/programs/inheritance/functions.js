const spy = () => "called";
spy.call = () => "through call";
spy.apply = () => "through apply";
spy.toString = () => "as text";
console.log(spy(), spy.call(), spy.apply(), `${spy}`);
function Old() {}
Old.prototype = Object.create(Function.prototype);
Old.prototype.constructor = Old;
console.log(new Old() instanceof Function, Object.keys(spy).join());
