console.log(
  new Map([[{ a: 1 }, new Map([[1, [2]]])]]),
  new Set([[1], new Set()]),
  new Map().entries(),
  new Set([1]).values(),
  [1].values(),
);
console.log(
  new WeakMap(),
  new WeakSet(),
  new (class List extends Array {})(3),
  new (class Table extends Map {})([[1, 2]]),
);
