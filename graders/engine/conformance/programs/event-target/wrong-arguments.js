const target = new EventTarget();
const acts = [
  () => target.addEventListener("x"),
  () => target.addEventListener("x", 5),
  () => target.addEventListener("x", () => {}, 5),
  () => target.addEventListener("x", () => {}, { signal: 5 }),
  () => target.removeEventListener("x"),
  () => target.dispatchEvent(),
  () => target.dispatchEvent({ type: "x" }),
  () => new Event(),
  () => new Event("x", 5),
  () => EventTarget.prototype.addEventListener.call({}, "x", () => {}),
  () => Event.prototype.preventDefault.call({}),
];
for (const act of acts) {
  try {
    console.log(act());
  } catch (error) {
    console.log(String(error));
  }
}
