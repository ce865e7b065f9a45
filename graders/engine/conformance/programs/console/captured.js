const lines = [];
const { log } = console;
console.log = (...args) => void lines.push(args.join(" "));
console.log("one", 1);
console.log = log;
console.log(lines.join("|"), console.log === log);
