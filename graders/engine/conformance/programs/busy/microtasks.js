const start = Date.now();
setTimeout(() => console.log("timer, late"), 1);
while (Date.now() - start < 10) await null;
console.log("spun");
