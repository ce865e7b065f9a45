const target = new EventTarget();
const hear = () => console.log("heard");
target.addEventListener("x", hear);
target.addEventListener("x", hear);
target.addEventListener("x", () => console.log("once"), { once: true });
target.dispatchEvent(new Event("x"));
target.dispatchEvent(new Event("x"));
target.removeEventListener("x", hear);
target.dispatchEvent(new Event("x"));
