const event = new CustomEvent("x", { detail: { a: 1 }, cancelable: true });
console.log(event.detail, event.cancelable, event instanceof Event, new CustomEvent("y").detail);
console.log(Object.prototype.toString.call(event), event.isTrusted, typeof event.timeStamp);
