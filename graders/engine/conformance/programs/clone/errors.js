const error = new RangeError("far", { cause: { a: 1 } });
error.code = 5;
const copy = structuredClone(error);
console.log(
  copy.name,
  copy.message,
  copy.cause,
  copy.code,
  copy instanceof RangeError,
  copy.stack === error.stack,
);
class Mine extends Error {
  name = "Mine";
}
const mine = structuredClone(new Mine("own"));
console.log(mine.name, mine.message, mine.constructor.name);
