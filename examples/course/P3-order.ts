// P3: First all code that is running, then all microtasks, then one timer, and its microtasks again.
setTimeout(() => {
  console.log("4 a timer");
  queueMicrotask(() => console.log("5 its microtask"));
}, 0);
setTimeout(() => console.log("6 the next timer"), 0);
queueMicrotask(() => console.log("2 a microtask"));
Promise.resolve().then(() => console.log("3 another one"));
console.log("1 the code that is running");
//    0 ms  1 the code that is running
//    0 ms  2 a microtask
//    0 ms  3 another one
//    1 ms  4 a timer
//    1 ms  5 its microtask
//    1 ms  6 the next timer
// ended at 1 ms
