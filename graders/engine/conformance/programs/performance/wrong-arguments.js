const acts = [
  () => performance.mark(),
  () => performance.mark("x", { startTime: -1 }),
  () => performance.measure(),
  () => new PerformanceEntry(),
];
for (const act of acts) {
  try {
    act();
  } catch (error) {
    console.log(error.name, error.code);
  }
}
