function inner() {
  return new RangeError("deep");
}
const { stack } = inner();
console.log(stack.split("\n")[0], stack.includes("inner"), stack.split("\n").length > 1);
