const start = Date.now();
setTimeout(() => console.log("late", Date.now() - start >= 30), 1);
while (Date.now() - start < 30);
console.log("waited", Date.now() - start >= 30);
