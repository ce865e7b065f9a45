const timer = setTimeout(() => console.log("at once"), 2 ** 31);
setTimeout(() => console.log("later"), 10);
process.on("warning", ({ name }) => console.log(name, timer.hasRef()));
