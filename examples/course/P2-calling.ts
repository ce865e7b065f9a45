// P2: Calling an async function runs it at once, up to its first await, whether anybody awaits it or not.
async function greet(name: string): Promise<string> {
  console.log("greet begins:", name);
  await null;
  console.log("greet goes on:", name);
  return `Hello ${name}`;
}

console.log("before the call");
const promise = greet("Ada");
console.log("after the call:", promise);
void greet("nobody awaits");
console.log(await promise);
//    0 ms  before the call
//    0 ms  greet begins: Ada
//    0 ms  after the call: Promise { <pending> }
//    0 ms  greet begins: nobody awaits
//    0 ms  greet goes on: Ada
//    0 ms  greet goes on: nobody awaits
//    0 ms  Hello Ada
// ended at 0 ms
