const target = new EventTarget();
target.addEventListener("x", () => {
  console.log("first");
  target.addEventListener("x", () => console.log("added"));
});
target.addEventListener("x", () => console.log("second"));
target.dispatchEvent(new Event("x"));
