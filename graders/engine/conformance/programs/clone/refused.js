class Point {
  move() {}
}
const values = [
  () => 1,
  Symbol("s"),
  Promise.resolve(),
  new WeakMap(),
  new WeakSet(),
  new Proxy({}, {}),
  new WeakRef({}),
];
for (const value of values) {
  try {
    structuredClone({ value });
  } catch (error) {
    console.log(error.name, typeof value === "function" || error.message, error.code);
  }
}
console.log(
  structuredClone(new Point()),
  Object.getPrototypeOf(structuredClone(new Point())) === Object.prototype,
);
