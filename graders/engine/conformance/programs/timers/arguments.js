setTimeout((...args) => console.log(args.length, ...args), 1, 1, "two", [3]);
setImmediate((...args) => console.log(args.join()), 4, 5);
