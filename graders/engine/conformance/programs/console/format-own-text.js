class Money {
  toString() {
    return "5 EUR";
  }
}
class Plain {}
console.log("%s %s %s", new Money(), new Plain(), new Date(0));
