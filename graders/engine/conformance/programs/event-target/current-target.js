const target = new EventTarget();
const event = new Event("x");
console.log(event.target, event.currentTarget, event.eventPhase, event.composedPath().length);
target.addEventListener("x", function (heard) {
  console.log(this === target, heard.target === target, heard.currentTarget === target, heard.eventPhase);
  console.log(heard.composedPath()[0] === target, heard.srcElement === target);
});
target.addEventListener("x", (heard) => console.log(heard.currentTarget, heard.eventPhase));
target.dispatchEvent(event);
console.log(event.target === target, event.currentTarget, event.composedPath().length);
