// P2: Calling a generator function runs nothing: that is how Python's coroutines are called. next() runs it.
function* greet(name: string): Generator<void, string> {
  console.log("greet begins:", name);
  return `Hello ${name}`;
}

console.log("before the call");
const coroutine = greet("Ada");
console.log("after the call: nothing has run");
const { value } = coroutine.next();
console.log(value);
greet("is never run");
//    0 ms  before the call
//    0 ms  after the call: nothing has run
//    0 ms  greet begins: Ada
//    0 ms  Hello Ada
// ended at 0 ms
