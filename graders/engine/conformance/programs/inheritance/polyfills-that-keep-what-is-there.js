Promise.allSettled = Promise.allSettled || (() => "mine");
Array.prototype.at ??= () => "mine";
if (!Object.groupBy) Object.groupBy = () => "mine";
console.log(
  (await Promise.allSettled([1])).length,
  [1, 2].at(-1),
  Object.keys(Object.groupBy([1, 2], (x) => (x > 1 ? "big" : "small"))),
);
