console.table([
  { name: "Ada", age: 36 },
  { name: "Bob", admin: true },
]);
console.table([[1, 2], [3]]);
console.table([1, "a", { b: 1 }]);
console.table({ one: 1, two: { name: "x" } }, ["name"]);
console.table(new Map([["k", { a: 1 }]]));
console.table(new Set(["x"]));
console.table("no rows");
