class Held {
  constructor(name) {
    this.name = name;
  }
  [Symbol.dispose]() {
    console.log("released", this.name);
  }
}
{
  using first = new Held("first");
  using second = new Held("second");
  using none = null;
  console.log(first.name, second.name, none);
}
console.log("after");
