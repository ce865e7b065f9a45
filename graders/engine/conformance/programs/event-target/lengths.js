console.log(
  EventTarget.prototype.addEventListener.length,
  EventTarget.prototype.dispatchEvent.length,
  Event.length,
);
console.log(CustomEvent.length, EventTarget.length, Event.prototype.initEvent.length);
