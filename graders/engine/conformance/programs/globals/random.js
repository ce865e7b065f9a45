const values = Array.from({ length: 5 }, () => Math.random());
console.log(
  values.every((value) => value >= 0 && value < 1),
  new Set(values).size,
  Math.random.name,
  Math.PI > 3,
);
Math.random = () => 0.5;
console.log(Math.random(), Object.prototype.toString.call(Math));
