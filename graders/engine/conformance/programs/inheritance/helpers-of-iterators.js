const helper = [1, 2, 3].values().map((value) => value * 2);
helper.filter = () => "mine";
console.log(helper.filter(), [...helper], Iterator.from([1, 2]).drop(1).toArray());
class Numbers extends Iterator {
  #left = 2;
  next() {
    return { done: this.#left-- <= 0, value: this.#left };
  }
}
console.log(new Numbers().map((value) => value + 1).toArray(), new Numbers() instanceof Iterator);
