console.log(
  [1, "a", { b: "c" }],
  { list: [] },
  new Map([["k", 1]]),
  new Set(["x"]),
  null,
  undefined,
  -0,
  5n,
  Symbol("s"),
);
console.log(
  [undefined, , null],
  [[[[1]]]],
  { a: { b: { c: { d: 1 } } } },
  [new Date(0)],
  /x/g,
  class A {},
  () => {},
  function named() {},
);
