setTimeout(() => {
  process.nextTick(() => {
    console.log("one");
    process.nextTick(() => console.log("two"));
    Promise.resolve().then(() => console.log("promise"));
  });
}, 1);
