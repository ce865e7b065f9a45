const target = new EventTarget();
target.addEventListener("x", null);
target.addEventListener("x", {});
target.dispatchEvent(new Event("x"));
setTimeout(() => console.log("later"), 1);
