console.log(
  [].push === Array.prototype.push,
  [].constructor === Array,
  {}.toString === Object.prototype.toString,
);
console.log(
  Promise.resolve().then === Promise.prototype.then,
  new Map().get === Map.prototype.get,
  (() => {}).call === Function.prototype.call,
);
console.log(
  new Error().constructor === Error,
  (function* () {})().next.name,
  Array.prototype.map.length,
  Array.name,
);
