const target = new EventTarget();
target.addEventListener("x", () => console.log("first"));
target.addEventListener("x", () => console.log("capturing"), { capture: true });
target.addEventListener("x", { handleEvent: (event) => console.log("object", event.type) });
console.log(target.dispatchEvent(new Event("x")), target.dispatchEvent(new Event("y")));
