console.timeEnd("none");
console.timeLog();
console.time("x");
console.time("x");
