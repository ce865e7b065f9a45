const target = new EventTarget();
const listener = {};
target.addEventListener("x", listener);
listener.handleEvent = function () {
  console.log(this === listener);
};
target.dispatchEvent(new Event("x"));
