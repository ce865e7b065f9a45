const iterator = new Map([["a", 1]]).values();
const next = iterator.next.bind(iterator);
let pulls = 0;
iterator.next = () => {
  pulls++;
  return next();
};
console.log([...iterator], pulls);
function* numbers() {
  yield 1;
  yield 2;
}
const source = numbers();
source.map = (act) => [...source].map(act);
source.return = () => ({ done: true, value: "closed" });
console.log(
  source.map((value) => value * 2),
  source.return(),
);
