const bases = [
  Object,
  Function,
  Array,
  Number,
  Boolean,
  String,
  Date,
  Promise,
  RegExp,
  Error,
  TypeError,
  RangeError,
  SyntaxError,
];
bases.push(
  ReferenceError,
  EvalError,
  URIError,
  AggregateError,
  Map,
  Set,
  WeakMap,
  WeakSet,
  ArrayBuffer,
  DataView,
  Uint8Array,
  Float64Array,
);
const failed = [];
for (const Base of bases) {
  function Old() {}
  try {
    Old.prototype = Object.create(Base.prototype);
    Old.prototype.constructor = Old;
    Old.prototype.toString = () => "old style";
    Old.prototype.valueOf = () => 7;
    Object.setPrototypeOf(Old, Base);
    const made = new Old();
    if (made.constructor !== Old || `${made}` !== "old style" || +made !== 7 || !(made instanceof Base))
      throw new Error("not as it should be");
  } catch (error) {
    failed.push(`${Base.name}: ${error.message}`);
  }
}
console.log(bases.length, failed.join() || "none failed");
