const list = [1, 2];
list.splice = function (...args) {
  return `spliced ${Array.prototype.splice.apply(this, args)}`;
};
list.map = () => "mine";
console.log(list.splice(0, 1), list.map(), list.join());
class Stack extends Array {
  peek() {
    return this.at(-1);
  }
}
Stack.from = () => "static of its own";
const stack = new Stack();
stack.push(1, 2);
stack.push = () => "pushed";
console.log(stack.peek(), stack.push(), Stack.from(), stack.map((x) => x + 1) instanceof Stack);
