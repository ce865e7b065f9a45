const failed = [];
for (const Base of [
  Object,
  Array,
  Promise,
  Date,
  Map,
  Number,
  String,
  RegExp,
  Error,
  ArrayBuffer,
  Uint8Array,
  EventTarget,
  AbortSignal,
  URL,
]) {
  class Mine extends Base {}
  for (const key of Reflect.ownKeys(Base)) {
    if (typeof Base[key] !== "function" || key === Symbol.species) continue;
    try {
      Mine[key] = () => "mine";
      if (Mine[key]() !== "mine") failed.push(`${Base.name}.${String(key)}`);
    } catch (error) {
      failed.push(`${Base.name}.${String(key)}: ${error.message}`);
    }
  }
}
console.log(failed.join() || "none failed");
