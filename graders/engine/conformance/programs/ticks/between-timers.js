setTimeout(() => {
  console.log("timer 1");
  process.nextTick(() => console.log("tick 1"));
  Promise.resolve().then(() => console.log("promise 1"));
}, 5);
setTimeout(() => console.log("timer 2"), 5);
