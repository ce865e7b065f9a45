const Dice = Object.create(Math);
Dice.random = () => 0.5;
const Json = Object.create(JSON);
Json.parse = () => "mine";
const Mirror = Object.create(Reflect);
Mirror.get = () => "mine";
console.log(
  Dice.random(),
  Dice.max(1, 2),
  Json.parse(),
  Json.stringify([1]),
  Mirror.get(),
  Mirror.has({ a: 1 }, "a"),
);
