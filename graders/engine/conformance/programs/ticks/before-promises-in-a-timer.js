setTimeout(() => {
  Promise.resolve().then(() => console.log("promise"));
  queueMicrotask(() => console.log("microtask"));
  process.nextTick(() => console.log("tick"));
  console.log("first");
}, 1);
