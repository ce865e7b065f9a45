setImmediate(() => {
  Promise.resolve().then(() => console.log("promise"));
  process.nextTick(() => console.log("tick"));
});
setImmediate(() => console.log("next immediate"));
