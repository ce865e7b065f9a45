console.log(new EventTarget(), [new EventTarget()]);
class Mine extends EventTarget {}
console.log(new Mine());
