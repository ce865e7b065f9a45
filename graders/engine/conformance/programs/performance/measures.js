performance.mark("a", { startTime: 10 });
performance.mark("b", { startTime: 25 });
console.log(
  performance.measure("x", "a", "b").duration,
  performance.measure("y", { start: 5, end: 8 }).duration,
);
console.log(
  performance.measure("z", { start: "a", duration: 4 }).startTime,
  performance.measure("w", { end: "b", duration: 5 }).startTime,
);
for (const args of [
  ["v", "none"],
  ["v", { start: 1 }, "b"],
  ["v", { start: 1, end: 2, duration: 3 }],
]) {
  try {
    performance.measure(...args);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
