const target = new EventTarget();
target.addEventListener("x", (event) => event.stopPropagation());
target.addEventListener("x", (event) => event.stopImmediatePropagation());
target.addEventListener("x", () => console.log("never"));
const event = new Event("x");
target.dispatchEvent(event);
console.log(event.cancelBubble);
target.dispatchEvent(event);
