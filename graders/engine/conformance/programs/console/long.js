console.log(Array.from({ length: 120 }, (_, index) => index));
console.log({ first: "a".repeat(40), second: "b".repeat(40), third: { nested: ["c".repeat(20)] } });
console.log(
  "x".repeat(3),
  ["long ".repeat(30)],
  Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`key${index}`, index])),
);
