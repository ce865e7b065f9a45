const event = new Event("x");
event.initEvent("y", true, true);
console.log(event.type, event.bubbles, event.cancelable);
event.returnValue = false;
event.cancelBubble = true;
console.log(event.defaultPrevented, event.cancelBubble);
