const target = new EventTarget();
target.addEventListener("x", (event) => event.preventDefault(), { passive: true });
console.log(target.dispatchEvent(new Event("x", { cancelable: true })));
target.addEventListener("x", (event) => event.preventDefault());
const event = new Event("x", { cancelable: true });
console.log(target.dispatchEvent(event), event.defaultPrevented, event.returnValue);
console.log(target.dispatchEvent(new Event("x")));
