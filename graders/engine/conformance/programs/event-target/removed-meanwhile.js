const target = new EventTarget();
const never = () => console.log("never");
target.addEventListener("x", () => target.removeEventListener("x", never));
target.addEventListener("x", never);
target.addEventListener("x", () => console.log("last"));
target.dispatchEvent(new Event("x"));
