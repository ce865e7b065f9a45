process.nextTick((...args) => console.log(...args), "a", 2);
