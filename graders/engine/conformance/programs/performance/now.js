const start = performance.now();
setTimeout(
  () =>
    console.log(performance.now() - start >= 19, typeof performance.timeOrigin, performance.constructor.name),
  20,
);
console.log(start > 0, performance.now() >= start);
