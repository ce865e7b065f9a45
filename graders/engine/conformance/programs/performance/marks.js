performance.mark("begin", { detail: { step: 1 } });
setTimeout(() => {
  performance.mark("end");
  const measure = performance.measure("work", "begin", "end");
  console.log(
    measure.name,
    measure.entryType,
    measure.duration >= 15,
    measure.detail,
    measure.constructor.name,
  );
  console.log(
    performance
      .getEntriesByType("mark")
      .map(({ name }) => name)
      .join(),
    performance.getEntriesByName("begin")[0].detail,
  );
  performance.clearMarks("begin");
  console.log(performance.getEntries().length, performance.getEntriesByName("begin").length);
}, 20);
